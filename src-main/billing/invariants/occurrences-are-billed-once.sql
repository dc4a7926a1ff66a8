-- No day of a recurring invoice is billed twice
-- thorough
SELECT o.recurring_id, o.due_on, count(*) AS invoices FROM recurring_occurrence AS o
WHERE o.outcome = 'billed' AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = o.document_id)
GROUP BY o.recurring_id, o.due_on HAVING count(*) > 1
