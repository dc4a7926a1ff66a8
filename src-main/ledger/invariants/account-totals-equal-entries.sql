-- The totals of accounts equal the sums of their entries
-- thorough
WITH summed AS (
  SELECT entry.account_id, iif(item.document_id IS NULL, 0, iif(item.amount < 0, -1, 1)) AS side, '' AS currency,
    sum(entry.base_amount) AS total
  FROM entry LEFT JOIN open_item AS item ON item.document_id = entry.item_id
  GROUP BY entry.account_id, side
  UNION ALL
  SELECT entry.account_id, iif(item.amount < 0, -1, 1) AS side, item.currency, sum(entry.amount)
  FROM entry JOIN open_item AS item ON item.document_id = entry.item_id
  WHERE item.currency <> (SELECT base_currency FROM company)
  GROUP BY entry.account_id, side, item.currency
)
SELECT * FROM (SELECT * FROM summed EXCEPT SELECT account_id, side, currency, total FROM account_total)
UNION ALL
SELECT * FROM (SELECT account_id, side, currency, total FROM account_total EXCEPT SELECT * FROM summed)
