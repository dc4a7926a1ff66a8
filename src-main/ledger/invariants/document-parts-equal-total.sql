-- The lines and taxes of each document add up to its total
-- thorough
SELECT document.id FROM document
WHERE EXISTS (SELECT 1 FROM document_line WHERE document_line.document_id = document.id)
  AND document.total <> (SELECT sum(net) FROM document_line WHERE document_line.document_id = document.id)
    + (SELECT coalesce(sum(tax), 0) FROM document_tax WHERE document_tax.document_id = document.id)
