-- Both sides of a deduction, and of a chargeback, are void or neither is
-- thorough
SELECT pair.debit_id FROM (
  SELECT document_id AS debit_id, credit_id FROM deduction
  UNION ALL SELECT chargeback_id, credit_id FROM deduction_resolution WHERE chargeback_id IS NOT NULL
) AS pair
WHERE EXISTS (SELECT 1 FROM document WHERE reverses_id = pair.debit_id)
  <> EXISTS (SELECT 1 FROM document WHERE reverses_id = pair.credit_id)
