-- Money received: counted in batches, from payers not known yet, short, too much, or taken back by the bank.

-- A batch of receipts that was counted before it is entered. What was counted may be corrected while the batch is open; the
-- command log keeps each version. closed_seq is the command that closed it: what is void since then stays counted in it and
-- is shown apart.
CREATE TABLE receipt_batch (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (name <> ''),
  batch_date TEXT NOT NULL CHECK (batch_date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  method TEXT NOT NULL CHECK (method IN ('check', 'transfer', 'card', 'cash', 'other')),
  deposit_account_id INTEGER REFERENCES account (id),
  control_count INTEGER NOT NULL CHECK (control_count >= 0),
  control_total INTEGER NOT NULL CHECK (control_total BETWEEN 0 AND 9000000000000000),
  is_closed INTEGER NOT NULL DEFAULT 0 CHECK (is_closed IN (0, 1)),
  closed_seq INTEGER REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX receipt_batch_by_date ON receipt_batch (batch_date, id);
-- Each command's row looks for what refers to it.
CREATE INDEX receipt_batch_by_close ON receipt_batch (closed_seq) WHERE closed_seq IS NOT NULL;

CREATE TRIGGER receipt_batch_kept BEFORE DELETE ON receipt_batch BEGIN SELECT RAISE (ABORT, 'receipt_batch: a batch is kept'); END;

CREATE TRIGGER receipt_batch_currency_fixed BEFORE UPDATE OF currency ON receipt_batch WHEN OLD.currency <> NEW.currency BEGIN
  SELECT RAISE (ABORT, 'receipt_batch: the currency is fixed');
END;

CREATE TRIGGER receipt_batch_names_its_close BEFORE UPDATE ON receipt_batch
WHEN (NEW.is_closed = 1) <> (NEW.closed_seq IS NOT NULL) BEGIN
  SELECT RAISE (ABORT, 'receipt_batch: a closed batch, and it alone, names the command that closed it');
END;

CREATE TRIGGER receipt_batch_closed_kept BEFORE UPDATE ON receipt_batch WHEN OLD.is_closed = 1 AND NEW.is_closed = 1 BEGIN
  SELECT RAISE (ABORT, 'receipt_batch: a closed batch is not changed');
END;

-- It closes only when what was entered is what was counted. Receipts void before, and money sent back before, do not count.
CREATE TRIGGER receipt_batch_ties BEFORE UPDATE OF is_closed ON receipt_batch WHEN OLD.is_closed = 0 AND NEW.is_closed = 1 BEGIN
  SELECT RAISE (ABORT, 'receipt_batch: what was entered is not what was counted')
  FROM (
    SELECT count(*) AS receipts, coalesce(sum(amount), 0) AS total FROM (
      SELECT cash_rounding - total AS amount FROM document
      WHERE batch_id = NEW.id AND reverses_id IS NULL AND NOT EXISTS (
        SELECT 1 FROM document AS void WHERE void.reverses_id = document.id AND void.command_seq < NEW.closed_seq)
      UNION ALL
      SELECT amount FROM unidentified_receipt
      WHERE batch_id = NEW.id AND NOT EXISTS (
        SELECT 1 FROM unidentified_receipt_end
        WHERE unidentified_id = unidentified_receipt.id AND outcome = 'returned' AND command_seq < NEW.closed_seq))
  ) AS entered
  WHERE entered.receipts <> NEW.control_count OR entered.total <> NEW.control_total;
END;

-- Money received from a payer nobody knows yet. It is no customer's document: it waits on an account of its own until it is
-- identified or sent back. amount is in minor units of its currency and more than zero; base_amount is what stands on the
-- account until it ends.
CREATE TABLE unidentified_receipt (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  posting_id INTEGER NOT NULL REFERENCES posting (id) DEFERRABLE INITIALLY DEFERRED,
  number TEXT NOT NULL UNIQUE CHECK (length(number) > 0),
  device_id INTEGER NOT NULL REFERENCES device (id),
  series_number INTEGER NOT NULL CHECK (series_number > 0),
  receipt_date TEXT NOT NULL CHECK (receipt_date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  rate TEXT NOT NULL CHECK (rate GLOB '[0-9]*'),
  amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 9000000000000000),
  base_amount INTEGER NOT NULL CHECK (base_amount BETWEEN 0 AND 9000000000000000),
  method TEXT NOT NULL CHECK (method IN ('check', 'transfer', 'card', 'cash', 'other')),
  reference TEXT NOT NULL,
  payer TEXT NOT NULL,
  memo TEXT NOT NULL,
  deposit_account_id INTEGER NOT NULL REFERENCES account (id),
  unidentified_account_id INTEGER NOT NULL REFERENCES account (id),
  batch_id INTEGER REFERENCES receipt_batch (id),
  UNIQUE (device_id, series_number)
) STRICT;

CREATE INDEX unidentified_receipt_by_date ON unidentified_receipt (receipt_date, id);
CREATE INDEX unidentified_receipt_by_command ON unidentified_receipt (command_seq);
CREATE INDEX unidentified_receipt_by_posting ON unidentified_receipt (posting_id);
CREATE INDEX unidentified_receipt_by_batch ON unidentified_receipt (batch_id) WHERE batch_id IS NOT NULL;

CREATE TRIGGER unidentified_receipt_no_delete BEFORE DELETE ON unidentified_receipt BEGIN SELECT RAISE (ABORT, 'unidentified_receipt: facts are never deleted'); END;
CREATE TRIGGER unidentified_receipt_no_update BEFORE UPDATE ON unidentified_receipt BEGIN SELECT RAISE (ABORT, 'unidentified_receipt: facts are never changed'); END;

CREATE TRIGGER unidentified_receipt_of_this_command BEFORE INSERT ON unidentified_receipt
WHEN EXISTS (SELECT 1 FROM command_log WHERE seq = NEW.command_seq) BEGIN
  SELECT RAISE (ABORT, 'unidentified_receipt: its command is already finished');
END;

CREATE TRIGGER unidentified_receipt_in_open_period BEFORE INSERT ON unidentified_receipt
WHEN NEW.receipt_date <= (SELECT closing_date FROM company) BEGIN
  SELECT RAISE (ABORT, 'unidentified_receipt: the period is closed');
END;

CREATE TRIGGER unidentified_receipt_in_batch BEFORE INSERT ON unidentified_receipt WHEN NEW.batch_id IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'unidentified_receipt: only receipts of its currency go into an open batch')
  WHERE NOT EXISTS (
    SELECT 1 FROM receipt_batch WHERE id = NEW.batch_id AND is_closed = 0 AND currency = NEW.currency);
END;

CREATE TRIGGER unidentified_receipt_number_is_next BEFORE INSERT ON unidentified_receipt
WHEN NEW.series_number IS NOT coalesce (
  (SELECT max (series_number) FROM unidentified_receipt WHERE device_id = NEW.device_id) + 1,
  (SELECT first_number FROM number_series WHERE kind = 'unidentified_receipt' AND device_id = NEW.device_id)) BEGIN
  SELECT RAISE (ABORT, 'unidentified_receipt: the number is not the next');
END;

-- How one ended: as the receipt of a customer, or sent back. Once that receipt is void, the money waits again.
CREATE TABLE unidentified_receipt_end (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unidentified_id INTEGER NOT NULL REFERENCES unidentified_receipt (id),
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  posting_id INTEGER NOT NULL REFERENCES posting (id) DEFERRABLE INITIALLY DEFERRED,
  outcome TEXT NOT NULL CHECK (outcome IN ('identified', 'returned')),
  document_id INTEGER UNIQUE REFERENCES document (id),
  ended_on TEXT NOT NULL CHECK (ended_on GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  memo TEXT NOT NULL,
  CHECK ((outcome = 'identified') = (document_id IS NOT NULL))
) STRICT;

CREATE INDEX unidentified_receipt_end_by_receipt ON unidentified_receipt_end (unidentified_id, command_seq);
CREATE INDEX unidentified_receipt_end_by_command ON unidentified_receipt_end (command_seq);
CREATE INDEX unidentified_receipt_end_by_posting ON unidentified_receipt_end (posting_id);

CREATE TRIGGER unidentified_receipt_end_no_update BEFORE UPDATE ON unidentified_receipt_end BEGIN SELECT RAISE (ABORT, 'unidentified_receipt_end: facts are never changed'); END;
CREATE TRIGGER unidentified_receipt_end_no_delete BEFORE DELETE ON unidentified_receipt_end BEGIN SELECT RAISE (ABORT, 'unidentified_receipt_end: facts are never deleted'); END;

CREATE TRIGGER unidentified_receipt_end_of_this_command BEFORE INSERT ON unidentified_receipt_end
WHEN EXISTS (SELECT 1 FROM command_log WHERE seq = NEW.command_seq) BEGIN
  SELECT RAISE (ABORT, 'unidentified_receipt_end: its command is already finished');
END;

CREATE TRIGGER unidentified_receipt_end_in_open_period BEFORE INSERT ON unidentified_receipt_end
WHEN NEW.ended_on <= (SELECT closing_date FROM company) BEGIN
  SELECT RAISE (ABORT, 'unidentified_receipt_end: the period is closed');
END;

-- It ends once: as a receipt of the same money, not before it came, nor before it waited again.
CREATE TRIGGER unidentified_receipt_end_once BEFORE INSERT ON unidentified_receipt_end BEGIN
  SELECT RAISE (ABORT, 'unidentified_receipt_end: it has ended already, or later')
  WHERE EXISTS (
    SELECT 1 FROM unidentified_receipt_end AS earlier
    LEFT JOIN document AS void ON void.reverses_id = earlier.document_id
    WHERE earlier.unidentified_id = NEW.unidentified_id AND (void.id IS NULL OR void.document_date > NEW.ended_on));
  SELECT RAISE (ABORT, 'unidentified_receipt_end: it is dated before the money came')
  WHERE NEW.ended_on < (SELECT receipt_date FROM unidentified_receipt WHERE id = NEW.unidentified_id);
END;

CREATE TRIGGER unidentified_receipt_end_is_its_receipt BEFORE INSERT ON unidentified_receipt_end WHEN NEW.document_id IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'unidentified_receipt_end: it is identified by a receipt of its amount, currency and day')
  WHERE NOT EXISTS (
    SELECT 1 FROM document AS receipt JOIN unidentified_receipt AS received ON received.id = NEW.unidentified_id
    WHERE receipt.id = NEW.document_id AND receipt.kind = 'receipt' AND receipt.reverses_id IS NULL
      AND receipt.currency = received.currency AND receipt.total = -received.amount
      AND receipt.document_date = NEW.ended_on AND receipt.command_seq = NEW.command_seq);
END;

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

CREATE TRIGGER deduction_no_update BEFORE UPDATE ON deduction BEGIN SELECT RAISE (ABORT, 'deduction: facts are never changed'); END;
CREATE TRIGGER deduction_no_delete BEFORE DELETE ON deduction BEGIN SELECT RAISE (ABORT, 'deduction: facts are never deleted'); END;

CREATE TRIGGER deduction_of_this_command BEFORE INSERT ON deduction
WHEN EXISTS (SELECT 1 FROM command_log WHERE seq = NEW.command_seq) BEGIN
  SELECT RAISE (ABORT, 'deduction: its command is already finished');
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

CREATE TRIGGER deduction_resolution_no_update BEFORE UPDATE ON deduction_resolution BEGIN SELECT RAISE (ABORT, 'deduction_resolution: facts are never changed'); END;
CREATE TRIGGER deduction_resolution_no_delete BEFORE DELETE ON deduction_resolution BEGIN SELECT RAISE (ABORT, 'deduction_resolution: facts are never deleted'); END;

CREATE TRIGGER deduction_resolution_of_this_command BEFORE INSERT ON deduction_resolution
WHEN EXISTS (SELECT 1 FROM command_log WHERE seq = NEW.command_seq) BEGIN
  SELECT RAISE (ABORT, 'deduction_resolution: its command is already finished');
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

-- Payments the bank took back. The reversal is the void of the receipt; the fee is in its currency's minor units.
CREATE TABLE returned_payment (
  reversal_id INTEGER PRIMARY KEY REFERENCES document (id),
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  returned_on TEXT NOT NULL CHECK (length(returned_on) = 10),
  fee INTEGER NOT NULL CHECK (fee >= 0),
  fee_document_id INTEGER REFERENCES document (id)
) STRICT;

CREATE INDEX returned_payment_by_customer ON returned_payment (customer_id, returned_on);
CREATE INDEX returned_payment_by_command ON returned_payment (command_seq);

CREATE TRIGGER returned_payment_no_update BEFORE UPDATE ON returned_payment BEGIN SELECT RAISE (ABORT, 'returned_payment: facts are never changed'); END;
CREATE TRIGGER returned_payment_no_delete BEFORE DELETE ON returned_payment BEGIN SELECT RAISE (ABORT, 'returned_payment: facts are never deleted'); END;

CREATE TRIGGER returned_payment_of_this_command BEFORE INSERT ON returned_payment
WHEN EXISTS (SELECT 1 FROM command_log WHERE seq = NEW.command_seq) BEGIN
  SELECT RAISE (ABORT, 'returned_payment: its command is already finished');
END;
