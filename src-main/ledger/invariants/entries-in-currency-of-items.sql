-- Each open item is moved by postings in its own currency
-- thorough
SELECT entry.posting_id, entry.line_no FROM entry
JOIN open_item ON open_item.document_id = entry.item_id
JOIN posting ON posting.id = entry.posting_id
WHERE posting.currency <> open_item.currency
