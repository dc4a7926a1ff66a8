-- A pile of checks that was counted before it is entered. What was counted may be corrected while the batch is open; the
-- command log keeps each version.
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
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX receipt_batch_by_date ON receipt_batch (batch_date, id);

CREATE TRIGGER receipt_batch_kept BEFORE DELETE ON receipt_batch BEGIN SELECT RAISE (ABORT, 'receipt_batch: a batch is kept'); END;
CREATE TRIGGER receipt_batch_currency_fixed BEFORE UPDATE OF currency ON receipt_batch WHEN OLD.currency <> NEW.currency BEGIN
  SELECT RAISE (ABORT, 'receipt_batch: the currency is fixed');
END;

ALTER TABLE document ADD COLUMN batch_id INTEGER REFERENCES receipt_batch (id);
ALTER TABLE parked_receipt ADD COLUMN batch_id INTEGER REFERENCES receipt_batch (id);
CREATE INDEX document_by_batch ON document (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX parked_receipt_by_batch ON parked_receipt (batch_id) WHERE batch_id IS NOT NULL;

-- Only receipts of its currency are counted, and only while it is open; a void stands in the batch of what it reverses.
CREATE TRIGGER document_in_batch BEFORE INSERT ON document WHEN NEW.batch_id IS NOT NULL AND NEW.reverses_id IS NULL BEGIN
  SELECT RAISE (ABORT, 'document: only receipts of its currency go into an open batch')
  WHERE NEW.kind <> 'receipt' OR NOT EXISTS (
    SELECT 1 FROM receipt_batch WHERE id = NEW.batch_id AND is_closed = 0 AND currency = NEW.currency);
END;
CREATE TRIGGER document_void_in_batch BEFORE INSERT ON document WHEN NEW.reverses_id IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'document: a void stands in the batch of what it reverses')
  WHERE NEW.batch_id IS NOT (SELECT batch_id FROM document WHERE id = NEW.reverses_id);
END;
CREATE TRIGGER parked_receipt_in_batch BEFORE INSERT ON parked_receipt WHEN NEW.batch_id IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'parked_receipt: only receipts of its currency go into an open batch')
  WHERE NOT EXISTS (
    SELECT 1 FROM receipt_batch WHERE id = NEW.batch_id AND is_closed = 0 AND currency = NEW.currency);
END;

-- It closes only when what was entered is what was counted. Void receipts, and money sent back, do not count.
CREATE TRIGGER receipt_batch_ties BEFORE UPDATE OF is_closed ON receipt_batch WHEN OLD.is_closed = 0 AND NEW.is_closed = 1 BEGIN
  SELECT RAISE (ABORT, 'receipt_batch: what was entered is not what was counted')
  FROM (
    SELECT count(*) AS receipts, coalesce(sum(amount), 0) AS total FROM (
      SELECT 0 - total AS amount FROM document
      WHERE batch_id = NEW.id AND reverses_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = document.id)
      UNION ALL
      SELECT amount FROM parked_receipt
      WHERE batch_id = NEW.id
        AND NOT EXISTS (SELECT 1 FROM parked_receipt_end WHERE parked_id = parked_receipt.id AND outcome = 'returned'))
  ) AS entered
  WHERE entered.receipts <> NEW.control_count OR entered.total <> NEW.control_total;
END;
