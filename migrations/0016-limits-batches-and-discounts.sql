-- What a role may give away in credits that name no invoice has a limit too. It begins as the limit of what it may write
-- off, which such a credit would go round. Acts are the contract's to list, not a CHECK's.
CREATE TABLE any_role_limit (
  role TEXT NOT NULL CHECK (role IN ('clerk', 'supervisor')),
  act TEXT NOT NULL CHECK (act <> ''),
  most INTEGER CHECK (most BETWEEN 0 AND 9000000000000000),
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (role, act)
) STRICT, WITHOUT ROWID;
INSERT INTO any_role_limit (role, act, most, version) SELECT role, act, most, version FROM role_limit;
INSERT INTO any_role_limit (role, act, most) SELECT role, 'credit', most FROM role_limit WHERE act = 'write_off';
DROP TABLE role_limit;
ALTER TABLE any_role_limit RENAME TO role_limit;

-- The command that closed a batch: what is void since then stays counted in it and is shown apart.
ALTER TABLE receipt_batch ADD COLUMN closed_seq INTEGER REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED;
UPDATE receipt_batch SET closed_seq = (
  SELECT max (seq) FROM command_log
  WHERE name = 'receiptBatches.close' AND json_extract (input, '$.id') = receipt_batch.id)
WHERE is_closed = 1;

-- It ties as of that command: what was void before does not count, what is void after it does.
DROP TRIGGER receipt_batch_ties;
CREATE TRIGGER receipt_batch_ties BEFORE UPDATE OF is_closed ON receipt_batch WHEN OLD.is_closed = 0 AND NEW.is_closed = 1 BEGIN
  SELECT RAISE (ABORT, 'receipt_batch: what was entered is not what was counted')
  FROM (
    SELECT count(*) AS receipts, coalesce(sum(amount), 0) AS total FROM (
      SELECT 0 - total AS amount FROM document
      WHERE batch_id = NEW.id AND reverses_id IS NULL AND NOT EXISTS (
        SELECT 1 FROM document AS void WHERE void.reverses_id = document.id AND void.command_seq < NEW.closed_seq)
      UNION ALL
      SELECT amount FROM parked_receipt
      WHERE batch_id = NEW.id AND NOT EXISTS (
        SELECT 1 FROM parked_receipt_end
        WHERE parked_id = parked_receipt.id AND outcome = 'returned' AND command_seq < NEW.closed_seq))
  ) AS entered
  WHERE entered.receipts <> NEW.control_count OR entered.total <> NEW.control_total;
END;
CREATE TRIGGER receipt_batch_names_its_close BEFORE UPDATE ON receipt_batch
WHEN (NEW.is_closed = 1) <> (NEW.closed_seq IS NOT NULL) BEGIN
  SELECT RAISE (ABORT, 'receipt_batch: a closed batch, and it alone, names the command that closed it');
END;
CREATE TRIGGER receipt_batch_closed_kept BEFORE UPDATE ON receipt_batch WHEN OLD.is_closed = 1 AND NEW.is_closed = 1 BEGIN
  SELECT RAISE (ABORT, 'receipt_batch: a closed batch is not changed');
END;

-- A discount on the whole document that was entered as a percentage, in millionths: its lines hold what it came to.
ALTER TABLE document ADD COLUMN document_discount_percent INTEGER
  CHECK (document_discount_percent IS NULL OR (document_discount_percent BETWEEN 1 AND 100000000
    AND kind IN ('invoice', 'debit_note', 'credit_note')));
