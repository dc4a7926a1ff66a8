-- What the documents besides invoices and receipts need.

-- The share of the document's own discount in each line, signed as the line; net has it taken off already.
ALTER TABLE document_line ADD COLUMN document_discount INTEGER NOT NULL DEFAULT 0;

-- A credit note made from an invoice names it, and each of its lines the invoice's line that it takes back.
ALTER TABLE document ADD COLUMN credits_id INTEGER REFERENCES document (id);
ALTER TABLE document_line ADD COLUMN credits_line_no INTEGER;

CREATE INDEX document_by_credits ON document (credits_id) WHERE credits_id IS NOT NULL;

CREATE TRIGGER document_credits_invoice BEFORE INSERT ON document WHEN NEW.credits_id IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'document: only a credit note credits an invoice, of the same customer and currency, and not before it')
  WHERE NEW.kind <> 'credit_note' OR NOT EXISTS (
    SELECT 1 FROM document AS invoice
    WHERE invoice.id = NEW.credits_id AND invoice.kind IN ('invoice', 'debit_note') AND invoice.reverses_id IS NULL
      AND invoice.customer_id = NEW.customer_id AND invoice.currency = NEW.currency
      AND invoice.document_date <= NEW.document_date);
END;

CREATE TRIGGER document_line_credits BEFORE INSERT ON document_line WHEN NEW.credits_line_no IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'document_line: more than the invoice line has left to credit')
  WHERE NOT EXISTS (
    SELECT 1 FROM document_line AS line
    WHERE line.document_id = (SELECT credits_id FROM document WHERE id = NEW.document_id)
      AND line.line_no = NEW.credits_line_no
      AND line.quantity + NEW.quantity + (
        SELECT coalesce(sum(earlier.quantity), 0) FROM document AS note
        JOIN document_line AS earlier ON earlier.document_id = note.id
        WHERE note.credits_id = line.document_id AND earlier.credits_line_no = line.line_no
      ) BETWEEN min(line.quantity, 0) AND max(line.quantity, 0));
END;

-- Why a balance is adjusted, and the account that bears it.
CREATE TABLE reason_code (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL COLLATE NOCASE UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('write_off', 'bad_debt', 'allowance', 'small_balance')),
  account_id INTEGER NOT NULL REFERENCES account (id),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TRIGGER reason_code_kept BEFORE DELETE ON reason_code BEGIN
  SELECT RAISE (ABORT, 'reason_code: a reason code is archived, never deleted');
END;

ALTER TABLE document ADD COLUMN reason_code_id INTEGER REFERENCES reason_code (id);

CREATE TRIGGER document_adjusts_for_a_reason BEFORE INSERT ON document
WHEN (NEW.kind = 'adjustment') <> (NEW.reason_code_id IS NOT NULL) BEGIN
  SELECT RAISE (ABORT, 'document: an adjustment, and it alone, names a reason');
END;

-- The most a role may write off or refund in one command, in minor units of the company's currency; NULL is no limit.
CREATE TABLE role_limit (
  role TEXT NOT NULL CHECK (role IN ('clerk', 'supervisor')),
  act TEXT NOT NULL CHECK (act IN ('write_off', 'refund')),
  most INTEGER CHECK (most BETWEEN 0 AND 9000000000000000),
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (role, act)
) STRICT, WITHOUT ROWID;

INSERT INTO role_limit (role, act, most)
VALUES ('clerk', 'write_off', 10000), ('clerk', 'refund', 0), ('supervisor', 'write_off', NULL), ('supervisor', 'refund', NULL);

-- Two more accounts that posting rules need: what charges earn and what the bank takes.
CREATE TABLE wider_account_role (
  role TEXT PRIMARY KEY CHECK (role IN ('receivable', 'undeposited_funds', 'bank', 'sales', 'tax', 'discount_given',
    'write_off', 'exchange', 'opening_balance', 'finance_charge', 'bank_charge')),
  account_id INTEGER NOT NULL REFERENCES account (id)
) STRICT, WITHOUT ROWID;
INSERT INTO wider_account_role (role, account_id) SELECT role, account_id FROM account_role;
DROP TABLE account_role;
ALTER TABLE wider_account_role RENAME TO account_role;

-- A difference of at most 1 percent and at most 1.00 is proposed as a write-off.
UPDATE company SET settings = json_set (settings, '$.tolerancePercent', 1000000, '$.toleranceMost', 100);

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

-- What keeps an item out of reminders and finance charges, until it is taken off again.
CREATE TABLE item_mark (
  document_id INTEGER PRIMARY KEY REFERENCES document (id),
  state TEXT NOT NULL CHECK (state IN ('disputed', 'held')),
  reason TEXT NOT NULL
) STRICT;

-- Which days of which item a finance charge has charged, in minor units of the item's currency. A voided finance
-- charge counts no more.
CREATE TABLE finance_charge_item (
  document_id INTEGER NOT NULL REFERENCES document (id),
  item_id INTEGER NOT NULL REFERENCES document (id),
  charged_after TEXT NOT NULL CHECK (length(charged_after) = 10),
  charged_until TEXT NOT NULL CHECK (length(charged_until) = 10),
  interest INTEGER NOT NULL CHECK (interest >= 0),
  fee INTEGER NOT NULL CHECK (fee >= 0),
  PRIMARY KEY (document_id, item_id),
  CHECK (charged_until > charged_after)
) STRICT, WITHOUT ROWID;

CREATE INDEX finance_charge_item_by_item ON finance_charge_item (item_id, charged_until);

CREATE TRIGGER finance_charge_item_no_update BEFORE UPDATE ON finance_charge_item BEGIN SELECT RAISE (ABORT, 'finance_charge_item: facts are never changed'); END;
CREATE TRIGGER finance_charge_item_no_delete BEFORE DELETE ON finance_charge_item BEGIN SELECT RAISE (ABORT, 'finance_charge_item: facts are never deleted'); END;
CREATE TRIGGER finance_charge_item_before_posting BEFORE INSERT ON finance_charge_item
WHEN EXISTS (SELECT 1 FROM posting WHERE id = (SELECT posting_id FROM document WHERE id = NEW.document_id)) BEGIN
  SELECT RAISE (ABORT, 'finance_charge_item: the document is posted');
END;
CREATE TRIGGER finance_charge_item_once BEFORE INSERT ON finance_charge_item
WHEN EXISTS (
  SELECT 1 FROM finance_charge_item AS earlier
  WHERE earlier.item_id = NEW.item_id AND earlier.charged_until > NEW.charged_after AND earlier.charged_after < NEW.charged_until
    AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = earlier.document_id)
) BEGIN
  SELECT RAISE (ABORT, 'finance_charge_item: these days were charged before');
END;
