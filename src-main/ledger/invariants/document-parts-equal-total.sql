-- The lines and taxes of each document add up to its total
-- thorough
SELECT line.document_id FROM document_line AS line CROSS JOIN document ON document.id = line.document_id
GROUP BY line.document_id
HAVING document.total <> sum(line.net)
  + (SELECT coalesce(sum(tax), 0) FROM document_tax WHERE document_tax.document_id = line.document_id)
