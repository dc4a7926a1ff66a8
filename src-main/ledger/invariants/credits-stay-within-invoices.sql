-- No line of an invoice was credited beyond its quantity and its net
-- thorough
SELECT line.document_id, line.line_no FROM document_line AS line
JOIN document AS note ON note.credits_id = line.document_id
JOIN document_line AS credited ON credited.document_id = note.id AND credited.credits_line_no = line.line_no
GROUP BY line.document_id, line.line_no
HAVING line.quantity + sum(credited.quantity) NOT BETWEEN min(line.quantity, 0) AND max(line.quantity, 0)
  OR line.net + sum(credited.net) NOT BETWEEN min(line.net, 0) AND max(line.net, 0)
