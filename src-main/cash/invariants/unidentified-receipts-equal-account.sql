-- What is unidentified equals the account it waits on
-- thorough
SELECT account_id FROM (
  SELECT unidentified_account_id AS account_id, base_amount AS amount FROM unidentified_receipt
  WHERE NOT EXISTS (
    SELECT 1 FROM unidentified_receipt_end AS ended
    WHERE ended.unidentified_id = unidentified_receipt.id
      AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = ended.document_id))
  UNION ALL
  SELECT account_id, base_amount FROM entry WHERE account_id IN (SELECT unidentified_account_id FROM unidentified_receipt)
)
GROUP BY account_id HAVING sum(amount) <> 0
