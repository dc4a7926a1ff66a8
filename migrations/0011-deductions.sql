-- A short pay with a reason. What the payer deducts leaves the invoice by a credit adjustment and stays owed as a debit
-- adjustment of the same amount and reason: the deduction's own item.
CREATE TABLE deduction (
  document_id INTEGER PRIMARY KEY REFERENCES document (id),
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  credit_id INTEGER NOT NULL UNIQUE REFERENCES document (id),
  invoice_id INTEGER NOT NULL REFERENCES document (id),
  receipt_id INTEGER NOT NULL REFERENCES document (id)
) STRICT;

CREATE INDEX deduction_by_receipt ON deduction (receipt_id);
CREATE INDEX deduction_by_invoice ON deduction (invoice_id);
CREATE INDEX deduction_by_command ON deduction (command_seq);

-- What settled some of a deduction: allowed, or charged back by a debit note of the same amount.
CREATE TABLE deduction_resolution (
  credit_id INTEGER PRIMARY KEY REFERENCES document (id),
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  deduction_id INTEGER NOT NULL REFERENCES deduction (document_id),
  outcome TEXT NOT NULL CHECK (outcome IN ('allowed', 'charged_back')),
  chargeback_id INTEGER UNIQUE REFERENCES document (id),
  CHECK ((outcome = 'charged_back') = (chargeback_id IS NOT NULL))
) STRICT;

CREATE INDEX deduction_resolution_by_deduction ON deduction_resolution (deduction_id);
CREATE INDEX deduction_resolution_by_command ON deduction_resolution (command_seq);

CREATE TRIGGER deduction_no_update BEFORE UPDATE ON deduction BEGIN SELECT RAISE (ABORT, 'deduction: facts are never changed'); END;
CREATE TRIGGER deduction_no_delete BEFORE DELETE ON deduction BEGIN SELECT RAISE (ABORT, 'deduction: facts are never deleted'); END;
CREATE TRIGGER deduction_resolution_no_update BEFORE UPDATE ON deduction_resolution BEGIN SELECT RAISE (ABORT, 'deduction_resolution: facts are never changed'); END;
CREATE TRIGGER deduction_resolution_no_delete BEFORE DELETE ON deduction_resolution BEGIN SELECT RAISE (ABORT, 'deduction_resolution: facts are never deleted'); END;

CREATE TRIGGER deduction_of_this_command BEFORE INSERT ON deduction
WHEN EXISTS (SELECT 1 FROM command_log WHERE seq = NEW.command_seq) BEGIN
  SELECT RAISE (ABORT, 'deduction: its command is already finished');
END;
CREATE TRIGGER deduction_resolution_of_this_command BEFORE INSERT ON deduction_resolution
WHEN EXISTS (SELECT 1 FROM command_log WHERE seq = NEW.command_seq) BEGIN
  SELECT RAISE (ABORT, 'deduction_resolution: its command is already finished');
END;

CREATE TRIGGER deduction_moves_nothing BEFORE INSERT ON deduction BEGIN
  SELECT RAISE (ABORT, 'deduction: its two adjustments are opposite, for one reason and one customer, of an invoice and a receipt')
  WHERE NOT EXISTS (
    SELECT 1 FROM document AS debit
    JOIN document AS credit ON credit.id = NEW.credit_id
    JOIN document AS invoice ON invoice.id = NEW.invoice_id
    JOIN document AS receipt ON receipt.id = NEW.receipt_id
    WHERE debit.id = NEW.document_id AND debit.kind = 'adjustment' AND credit.kind = 'adjustment' AND debit.total > 0
      AND credit.total = -debit.total AND credit.base_total = -debit.base_total
      AND credit.reason_code_id = debit.reason_code_id AND credit.customer_id = debit.customer_id
      AND debit.reverses_id IS NULL AND credit.reverses_id IS NULL
      AND invoice.customer_id = debit.customer_id AND invoice.currency = debit.currency AND invoice.total > 0
      AND receipt.kind = 'receipt' AND receipt.reverses_id IS NULL);
END;

CREATE TRIGGER deduction_resolution_moves_nothing BEFORE INSERT ON deduction_resolution BEGIN
  SELECT RAISE (ABORT, 'deduction_resolution: a credit adjustment of the deduction’s customer, and a debit note of its amount')
  WHERE NOT EXISTS (
    SELECT 1 FROM document AS credit JOIN document AS debit ON debit.id = NEW.deduction_id
    WHERE credit.id = NEW.credit_id AND credit.kind = 'adjustment' AND credit.total < 0 AND credit.reverses_id IS NULL
      AND credit.customer_id = debit.customer_id AND credit.currency = debit.currency
      AND credit.reason_code_id = debit.reason_code_id
      AND (NEW.chargeback_id IS NULL OR EXISTS (
        SELECT 1 FROM document AS note
        WHERE note.id = NEW.chargeback_id AND note.kind = 'debit_note' AND note.customer_id = credit.customer_id
          AND note.currency = credit.currency AND note.total = -credit.total AND note.base_total = -credit.base_total
          AND note.reverses_id IS NULL)));
END;
