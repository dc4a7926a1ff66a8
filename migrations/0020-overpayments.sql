-- What a customer paid too much, small enough to write off: a debit adjustment takes it off its receipt, and is void with it.
CREATE TABLE overpayment (
  document_id INTEGER PRIMARY KEY REFERENCES document (id),
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  receipt_id INTEGER NOT NULL UNIQUE REFERENCES document (id)
) STRICT;

CREATE INDEX overpayment_by_command ON overpayment (command_seq);

CREATE TRIGGER overpayment_no_update BEFORE UPDATE ON overpayment BEGIN SELECT RAISE (ABORT, 'overpayment: facts are never changed'); END;
CREATE TRIGGER overpayment_no_delete BEFORE DELETE ON overpayment BEGIN SELECT RAISE (ABORT, 'overpayment: facts are never deleted'); END;
CREATE TRIGGER overpayment_of_this_command BEFORE INSERT ON overpayment
WHEN EXISTS (SELECT 1 FROM command_log WHERE seq = NEW.command_seq) BEGIN
  SELECT RAISE (ABORT, 'overpayment: its command is already finished');
END;
CREATE TRIGGER overpayment_of_a_receipt BEFORE INSERT ON overpayment BEGIN
  SELECT RAISE (ABORT, 'overpayment: a debit adjustment of the receipt’s customer and currency')
  WHERE NOT EXISTS (
    SELECT 1 FROM document AS debit JOIN document AS receipt ON receipt.id = NEW.receipt_id
    WHERE debit.id = NEW.document_id AND debit.kind = 'adjustment' AND debit.total > 0 AND debit.reverses_id IS NULL
      AND receipt.kind = 'receipt' AND receipt.reverses_id IS NULL
      AND debit.customer_id = receipt.customer_id AND debit.currency = receipt.currency);
END;
