-- The control account's entries name a customer and an open item, and no others do
-- thorough
SELECT posting_id, line_no FROM entry JOIN account ON account.id = entry.account_id
WHERE account.is_control <> (entry.item_id IS NOT NULL) OR (entry.item_id IS NOT NULL) <> (entry.customer_id IS NOT NULL)
