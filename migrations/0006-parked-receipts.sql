-- Money received from a payer nobody knows yet. It is no customer's document: it waits on an account of its own until
-- it is identified or sent back.

-- amount is in minor units of its currency and more than zero; base_amount is what stands on the account until it ends.
CREATE TABLE parked_receipt (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  posting_id INTEGER NOT NULL REFERENCES posting (id) DEFERRABLE INITIALLY DEFERRED,
  number TEXT NOT NULL UNIQUE CHECK (length(number) > 0),
  device_id INTEGER NOT NULL REFERENCES device (id),
  series_number INTEGER NOT NULL CHECK (series_number > 0),
  receipt_date TEXT NOT NULL CHECK (receipt_date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  rate INTEGER NOT NULL CHECK (rate > 0),
  amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 9000000000000000),
  base_amount INTEGER NOT NULL CHECK (base_amount BETWEEN 0 AND 9000000000000000),
  method TEXT NOT NULL CHECK (method IN ('check', 'transfer', 'card', 'cash', 'other')),
  reference TEXT NOT NULL,
  payer TEXT NOT NULL,
  memo TEXT NOT NULL,
  deposit_account_id INTEGER NOT NULL REFERENCES account (id),
  parked_account_id INTEGER NOT NULL REFERENCES account (id),
  UNIQUE (device_id, series_number)
) STRICT;

CREATE INDEX parked_receipt_by_date ON parked_receipt (receipt_date, id);
CREATE INDEX parked_receipt_by_command ON parked_receipt (command_seq);
CREATE INDEX parked_receipt_by_posting ON parked_receipt (posting_id);

-- How one ended: as the receipt of a customer, or sent back. Once that receipt is void, it is parked again.
CREATE TABLE parked_receipt_end (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  parked_id INTEGER NOT NULL REFERENCES parked_receipt (id),
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  posting_id INTEGER NOT NULL REFERENCES posting (id) DEFERRABLE INITIALLY DEFERRED,
  outcome TEXT NOT NULL CHECK (outcome IN ('identified', 'returned')),
  document_id INTEGER UNIQUE REFERENCES document (id),
  ended_on TEXT NOT NULL CHECK (ended_on GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  memo TEXT NOT NULL,
  CHECK ((outcome = 'identified') = (document_id IS NOT NULL))
) STRICT;

CREATE INDEX parked_receipt_end_by_parked ON parked_receipt_end (parked_id, id);
CREATE INDEX parked_receipt_end_by_command ON parked_receipt_end (command_seq);
CREATE INDEX parked_receipt_end_by_posting ON parked_receipt_end (posting_id);

CREATE TRIGGER parked_receipt_no_update BEFORE UPDATE ON parked_receipt BEGIN SELECT RAISE (ABORT, 'parked_receipt: facts are never changed'); END;
CREATE TRIGGER parked_receipt_no_delete BEFORE DELETE ON parked_receipt BEGIN SELECT RAISE (ABORT, 'parked_receipt: facts are never deleted'); END;
CREATE TRIGGER parked_receipt_end_no_update BEFORE UPDATE ON parked_receipt_end BEGIN SELECT RAISE (ABORT, 'parked_receipt_end: facts are never changed'); END;
CREATE TRIGGER parked_receipt_end_no_delete BEFORE DELETE ON parked_receipt_end BEGIN SELECT RAISE (ABORT, 'parked_receipt_end: facts are never deleted'); END;

CREATE TRIGGER parked_receipt_of_this_command BEFORE INSERT ON parked_receipt
WHEN EXISTS (SELECT 1 FROM command_log WHERE seq = NEW.command_seq) BEGIN
  SELECT RAISE (ABORT, 'parked_receipt: its command is already finished');
END;
CREATE TRIGGER parked_receipt_end_of_this_command BEFORE INSERT ON parked_receipt_end
WHEN EXISTS (SELECT 1 FROM command_log WHERE seq = NEW.command_seq) BEGIN
  SELECT RAISE (ABORT, 'parked_receipt_end: its command is already finished');
END;

CREATE TRIGGER parked_receipt_number_is_next BEFORE INSERT ON parked_receipt
WHEN NEW.series_number <> 1 + coalesce ((SELECT max (series_number) FROM parked_receipt WHERE device_id = NEW.device_id), 0) BEGIN
  SELECT RAISE (ABORT, 'parked_receipt: the number is not the next');
END;

CREATE TRIGGER parked_receipt_in_open_period BEFORE INSERT ON parked_receipt
WHEN NEW.receipt_date <= (SELECT closing_date FROM company) BEGIN
  SELECT RAISE (ABORT, 'parked_receipt: the period is closed');
END;
CREATE TRIGGER parked_receipt_end_in_open_period BEFORE INSERT ON parked_receipt_end
WHEN NEW.ended_on <= (SELECT closing_date FROM company) BEGIN
  SELECT RAISE (ABORT, 'parked_receipt_end: the period is closed');
END;

-- It ends once: as a receipt of the same money, not before it came, nor before it was parked again.
CREATE TRIGGER parked_receipt_ends_once BEFORE INSERT ON parked_receipt_end BEGIN
  SELECT RAISE (ABORT, 'parked_receipt_end: it has ended already, or later')
  WHERE EXISTS (
    SELECT 1 FROM parked_receipt_end AS earlier
    LEFT JOIN document AS void ON void.reverses_id = earlier.document_id
    WHERE earlier.parked_id = NEW.parked_id AND (void.id IS NULL OR void.document_date > NEW.ended_on));
  SELECT RAISE (ABORT, 'parked_receipt_end: it is dated before the money came')
  WHERE NEW.ended_on < (SELECT receipt_date FROM parked_receipt WHERE id = NEW.parked_id);
END;
CREATE TRIGGER parked_receipt_end_is_its_receipt BEFORE INSERT ON parked_receipt_end WHEN NEW.document_id IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'parked_receipt_end: it is identified by a receipt of its amount, currency and day')
  WHERE NOT EXISTS (
    SELECT 1 FROM document AS receipt JOIN parked_receipt AS parked ON parked.id = NEW.parked_id
    WHERE receipt.id = NEW.document_id AND receipt.kind = 'receipt' AND receipt.reverses_id IS NULL
      AND receipt.currency = parked.currency AND receipt.total = -parked.amount
      AND receipt.document_date = NEW.ended_on AND receipt.command_seq = NEW.command_seq);
END;
