-- Each document has its open item
-- thorough
SELECT document.id FROM document LEFT JOIN open_item ON open_item.document_id = document.id
WHERE open_item.document_id IS NULL
