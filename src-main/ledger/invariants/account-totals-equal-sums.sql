-- The totals of accounts equal the sums of their days, those of the control account the balances of its items
-- thorough
WITH summed AS (
  SELECT account_id, 0 AS side, '' AS currency, sum(base_amount) AS total FROM account_day
  WHERE account_id NOT IN (SELECT id FROM account WHERE is_control = 1)
  GROUP BY account_id
  UNION ALL
  SELECT (SELECT id FROM account WHERE is_control = 1), iif(amount < 0, -1, 1) AS side, '', sum(base_balance) FROM open_item
  GROUP BY side
  UNION ALL
  SELECT (SELECT id FROM account WHERE is_control = 1), iif(amount < 0, -1, 1) AS side, currency, sum(balance) FROM open_item
  WHERE currency <> (SELECT base_currency FROM company)
  GROUP BY side, currency
)
SELECT * FROM (SELECT * FROM summed WHERE total <> 0
  EXCEPT SELECT account_id, side, currency, total FROM account_total)
UNION ALL
SELECT * FROM (SELECT account_id, side, currency, total FROM account_total WHERE total <> 0
  EXCEPT SELECT * FROM summed)
