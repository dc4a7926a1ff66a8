-- The sums of accounts by day equal their entries
-- thorough
WITH summed AS MATERIALIZED (
  SELECT entry.account_id, posting.currency, entry.posting_date AS date, sum(entry.amount) AS amount,
    sum(entry.base_amount) AS base_amount
  FROM entry JOIN posting ON posting.id = entry.posting_id
  GROUP BY entry.account_id, posting.currency, entry.posting_date
)
SELECT * FROM (SELECT * FROM summed EXCEPT SELECT account_id, currency, date, amount, base_amount FROM account_day)
UNION ALL
SELECT * FROM (SELECT account_id, currency, date, amount, base_amount FROM account_day EXCEPT SELECT * FROM summed)
