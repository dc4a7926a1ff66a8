-- Every fact names the command that made it
-- thorough
SELECT 'document' AS fact, id FROM document WHERE command_seq NOT IN (SELECT seq FROM command_log)
UNION ALL SELECT 'posting', id FROM posting WHERE command_seq NOT IN (SELECT seq FROM command_log)
UNION ALL SELECT 'application', id FROM application WHERE command_seq NOT IN (SELECT seq FROM command_log)
UNION ALL SELECT 'revaluation', posting_id FROM revaluation WHERE command_seq NOT IN (SELECT seq FROM command_log)
UNION ALL SELECT 'returned_payment', reversal_id FROM returned_payment WHERE command_seq NOT IN (SELECT seq FROM command_log)
UNION ALL SELECT 'unidentified_receipt', id FROM unidentified_receipt WHERE command_seq NOT IN (SELECT seq FROM command_log)
UNION ALL SELECT 'unidentified_receipt_end', id FROM unidentified_receipt_end WHERE command_seq NOT IN (SELECT seq FROM command_log)
UNION ALL SELECT 'recurring_occurrence', id FROM recurring_occurrence WHERE command_seq NOT IN (SELECT seq FROM command_log)
UNION ALL SELECT 'deduction', document_id FROM deduction WHERE command_seq NOT IN (SELECT seq FROM command_log)
UNION ALL SELECT 'overpayment', document_id FROM overpayment WHERE command_seq NOT IN (SELECT seq FROM command_log)
UNION ALL SELECT 'deduction_resolution', credit_id FROM deduction_resolution WHERE command_seq NOT IN (SELECT seq FROM command_log)
UNION ALL SELECT 'approval', id FROM approval WHERE command_seq NOT IN (SELECT seq FROM command_log)
