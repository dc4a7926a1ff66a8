-- Each document opened its item by its total, on its date
-- thorough
SELECT document.id FROM document
WHERE coalesce((SELECT sum(amount) FROM entry WHERE item_id = document.id AND posting_id = document.posting_id
    AND application_id IS NULL AND posting_date = document.document_date), 0) <> document.total
