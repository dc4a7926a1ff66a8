-- The instalments of a document add up to its total
-- fast
SELECT document_id FROM instalment JOIN document ON document.id = instalment.document_id
GROUP BY document_id HAVING sum(instalment.amount) <> document.total
