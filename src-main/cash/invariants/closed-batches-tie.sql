-- A closed batch holds what was counted, together with what was undone since
-- thorough
SELECT batch.id FROM receipt_batch AS batch
WHERE batch.is_closed = 1 AND (batch.control_count, batch.control_total) IS NOT (
  SELECT count(*), coalesce(sum(amount), 0) FROM (
    SELECT receipt.cash_rounding - receipt.total AS amount FROM document AS receipt
    WHERE receipt.batch_id = batch.id AND receipt.reverses_id IS NULL AND NOT EXISTS (
      SELECT 1 FROM document AS void WHERE void.reverses_id = receipt.id AND void.command_seq < batch.closed_seq)
    UNION ALL
    SELECT unidentified.amount FROM unidentified_receipt AS unidentified
    WHERE unidentified.batch_id = batch.id AND NOT EXISTS (
      SELECT 1 FROM unidentified_receipt_end AS ended
      WHERE ended.unidentified_id = unidentified.id AND ended.outcome = 'returned' AND ended.command_seq < batch.closed_seq)))
