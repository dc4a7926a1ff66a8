-- The sums of accounts by day equal their entries
-- thorough
WITH summed AS MATERIALIZED (
  -- Grouped by the day first: rows come almost in its order, which sorts in two thirds of the time.
  SELECT entry.account_id, posting.currency, entry.posting_date AS date, sum(entry.amount) AS amount,
    sum(entry.base_amount) AS base_amount
  FROM posting CROSS JOIN entry ON entry.posting_id = posting.id
  GROUP BY entry.posting_date, entry.account_id, posting.currency
)
SELECT * FROM (SELECT * FROM summed EXCEPT SELECT account_id, currency, date, amount, base_amount FROM account_day)
UNION ALL
SELECT * FROM (SELECT account_id, currency, date, amount, base_amount FROM account_day EXCEPT SELECT * FROM summed)
