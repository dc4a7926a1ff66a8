-- The balance of each open item equals the sum of its entries
-- thorough
SELECT open_item.document_id, open_item.balance, sum(entry.amount) AS entries
FROM open_item LEFT JOIN entry ON entry.item_id = open_item.document_id
GROUP BY open_item.document_id
HAVING open_item.balance <> coalesce(sum(entry.amount), 0) OR open_item.base_balance <> coalesce(sum(entry.base_amount), 0)
