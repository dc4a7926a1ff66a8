-- What is billed again and again, charged for being late, revalued, disputed or held, and work not posted yet.

-- Invoices that come again and again. body is the invoice as it is entered, without customer and dates; schedule says
-- when it is due. Both are JSON that the contract checks, on saving and again on billing.
CREATE TABLE recurring_invoice (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  body TEXT NOT NULL CHECK (json_valid (body)),
  schedule TEXT NOT NULL CHECK (json_valid (schedule)),
  paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TRIGGER recurring_invoice_kept BEFORE DELETE ON recurring_invoice BEGIN
  SELECT RAISE (ABORT, 'recurring_invoice: it is paused or ended, never deleted');
END;

-- What became of each day due. The last row of a day says how it stands: billed unless that document was voided since,
-- skipped, or restored, which is due again.
CREATE TABLE recurring_occurrence (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  recurring_id INTEGER NOT NULL REFERENCES recurring_invoice (id),
  due_on TEXT NOT NULL CHECK (due_on GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  outcome TEXT NOT NULL CHECK (outcome IN ('billed', 'skipped', 'restored')),
  document_id INTEGER UNIQUE REFERENCES document (id),
  CHECK ((outcome = 'billed') = (document_id IS NOT NULL))
) STRICT;

CREATE INDEX recurring_occurrence_by_day ON recurring_occurrence (recurring_id, due_on, command_seq, outcome, document_id);
CREATE INDEX recurring_occurrence_by_command ON recurring_occurrence (command_seq);

CREATE TRIGGER recurring_occurrence_no_update BEFORE UPDATE ON recurring_occurrence BEGIN SELECT RAISE (ABORT, 'recurring_occurrence: facts are never changed'); END;
CREATE TRIGGER recurring_occurrence_no_delete BEFORE DELETE ON recurring_occurrence BEGIN SELECT RAISE (ABORT, 'recurring_occurrence: facts are never deleted'); END;

CREATE TRIGGER recurring_occurrence_of_this_command BEFORE INSERT ON recurring_occurrence
WHEN EXISTS (SELECT 1 FROM command_log WHERE seq = NEW.command_seq) BEGIN
  SELECT RAISE (ABORT, 'recurring_occurrence: its command is already finished');
END;

CREATE TRIGGER recurring_occurrence_once BEFORE INSERT ON recurring_occurrence BEGIN
  SELECT CASE
    WHEN NEW.outcome = 'restored' AND day.stands IS NOT 'skipped'
      THEN RAISE (ABORT, 'recurring_occurrence: only a skipped day is restored')
    WHEN NEW.outcome <> 'restored' AND day.stands IN ('billed', 'skipped')
      THEN RAISE (ABORT, 'recurring_occurrence: this day is billed or skipped already')
    WHEN NEW.outcome = 'billed' AND NOT EXISTS (
      SELECT 1 FROM document WHERE id = NEW.document_id AND kind = 'invoice' AND reverses_id IS NULL
        AND command_seq = NEW.command_seq)
      THEN RAISE (ABORT, 'recurring_occurrence: it is billed by an invoice of the same command')
  END
  FROM (SELECT (
    SELECT iif (earlier.outcome = 'billed'
        AND EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = earlier.document_id), 'voided', earlier.outcome)
    FROM recurring_occurrence AS earlier
    WHERE earlier.recurring_id = NEW.recurring_id AND earlier.due_on = NEW.due_on
    ORDER BY earlier.command_seq DESC LIMIT 1
  ) AS stands) AS day;
END;

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
-- The newest charges are looked through for those that late news has made wrong.
CREATE INDEX finance_charge_item_by_day ON finance_charge_item (charged_until, item_id, document_id);

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

-- What a credit note took back of a finance charge because late news made it too much, by item. Minor units of the charge's
-- currency. A voided credit note counts no more.
CREATE TABLE finance_charge_credit (
  document_id INTEGER NOT NULL REFERENCES document (id),
  charge_id INTEGER NOT NULL REFERENCES document (id),
  item_id INTEGER NOT NULL REFERENCES document (id),
  amount INTEGER NOT NULL CHECK (amount > 0),
  PRIMARY KEY (document_id, item_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX finance_charge_credit_by_charge ON finance_charge_credit (charge_id, item_id);

CREATE TRIGGER finance_charge_credit_no_update BEFORE UPDATE ON finance_charge_credit BEGIN SELECT RAISE (ABORT, 'finance_charge_credit: facts are never changed'); END;
CREATE TRIGGER finance_charge_credit_no_delete BEFORE DELETE ON finance_charge_credit BEGIN SELECT RAISE (ABORT, 'finance_charge_credit: facts are never deleted'); END;

CREATE TRIGGER finance_charge_credit_before_posting BEFORE INSERT ON finance_charge_credit
WHEN EXISTS (SELECT 1 FROM posting WHERE id = (SELECT posting_id FROM document WHERE id = NEW.document_id)) BEGIN
  SELECT RAISE (ABORT, 'finance_charge_credit: the document is posted');
END;

CREATE TRIGGER finance_charge_credit_of_charge BEFORE INSERT ON finance_charge_credit
WHEN NEW.charge_id IS NOT (SELECT credits_id FROM document WHERE id = NEW.document_id AND kind = 'credit_note') BEGIN
  SELECT RAISE (ABORT, 'finance_charge_credit: the credit note credits another document');
END;

CREATE TRIGGER finance_charge_credit_within BEFORE INSERT ON finance_charge_credit BEGIN
  SELECT RAISE (ABORT, 'finance_charge_credit: more than the item was charged')
  WHERE NEW.amount + (
    SELECT coalesce(sum(earlier.amount), 0) FROM finance_charge_credit AS earlier
    WHERE earlier.charge_id = NEW.charge_id AND earlier.item_id = NEW.item_id
      AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = earlier.document_id)
  ) > coalesce((SELECT interest + fee FROM finance_charge_item WHERE document_id = NEW.charge_id AND item_id = NEW.item_id), 0);
END;

-- Revaluation of what is open in other currencies, at the rate of a day. It moves base amounts only, on its day, and is
-- taken back on the next: two postings with opposite entries.
CREATE TABLE revaluation (
  posting_id INTEGER PRIMARY KEY REFERENCES posting (id),
  reversal_posting_id INTEGER NOT NULL UNIQUE REFERENCES posting (id),
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL CHECK (date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  rate TEXT NOT NULL CHECK (rate GLOB '[0-9]*')
) STRICT;

CREATE INDEX revaluation_by_date ON revaluation (date, currency);
CREATE INDEX revaluation_by_command ON revaluation (command_seq);

CREATE TRIGGER revaluation_no_delete BEFORE DELETE ON revaluation BEGIN SELECT RAISE (ABORT, 'revaluation: facts are never deleted'); END;
CREATE TRIGGER revaluation_no_update BEFORE UPDATE ON revaluation BEGIN SELECT RAISE (ABORT, 'revaluation: facts are never changed'); END;

CREATE TRIGGER revaluation_is_taken_back BEFORE INSERT ON revaluation BEGIN
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM command_log WHERE seq = NEW.command_seq)
      THEN RAISE (ABORT, 'revaluation: its command is already finished')
    WHEN NOT EXISTS (
      SELECT 1 FROM posting WHERE id = NEW.posting_id AND posting_date = NEW.date AND currency = NEW.currency)
      THEN RAISE (ABORT, 'revaluation: its posting has another day or currency')
    WHEN NOT EXISTS (
      SELECT 1 FROM posting WHERE id = NEW.reversal_posting_id AND posting_date = date (NEW.date, '+1 day') AND currency = NEW.currency)
      THEN RAISE (ABORT, 'revaluation: it is taken back on the next day')
    WHEN EXISTS (
      SELECT 1 FROM entry
      WHERE posting_id IN (NEW.posting_id, NEW.reversal_posting_id) AND (amount <> 0 OR application_id IS NOT NULL))
      THEN RAISE (ABORT, 'revaluation: it moves base amounts only')
    WHEN EXISTS (
      SELECT 1 FROM entry AS made
      LEFT JOIN entry AS undone ON undone.posting_id = NEW.reversal_posting_id AND undone.line_no = made.line_no
      WHERE made.posting_id = NEW.posting_id AND (undone.account_id, undone.customer_id, undone.item_id, undone.base_amount)
        IS NOT (made.account_id, made.customer_id, made.item_id, 0 - made.base_amount))
      OR (SELECT count(*) FROM entry WHERE posting_id = NEW.posting_id)
        <> (SELECT count(*) FROM entry WHERE posting_id = NEW.reversal_posting_id)
      THEN RAISE (ABORT, 'revaluation: what takes it back mirrors it, entry by entry')
  END;
END;

-- What keeps an item out of reminders and finance charges, until it is taken off again: it is disputed, or held.
CREATE TABLE item_hold (
  document_id INTEGER PRIMARY KEY REFERENCES document (id),
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL CHECK (state IN ('disputed', 'held')),
  reason TEXT NOT NULL
) STRICT;

CREATE INDEX item_hold_by_command ON item_hold (command_seq);

-- A part of an item that the customer disputes: at most what is open of it, in minor units of its currency. It stays in the
-- balance and in the aging. Reopening is a new dispute that names the old. Empty: filled by collections.
CREATE TABLE dispute (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  document_id INTEGER NOT NULL REFERENCES document (id),
  opened_on TEXT NOT NULL CHECK (opened_on GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 9000000000000000),
  reason_code_id INTEGER NOT NULL REFERENCES reason_code (id),
  memo TEXT NOT NULL,
  -- Who looks after it, and until when an answer is due.
  user_id INTEGER NOT NULL REFERENCES user (id),
  answer_by TEXT CHECK (answer_by GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  reopens_id INTEGER UNIQUE REFERENCES dispute (id)
) STRICT;

CREATE INDEX dispute_by_command ON dispute (command_seq);
CREATE INDEX dispute_by_document ON dispute (document_id);

CREATE TRIGGER dispute_no_update BEFORE UPDATE ON dispute BEGIN SELECT RAISE (ABORT, 'dispute: facts are never changed'); END;
CREATE TRIGGER dispute_no_delete BEFORE DELETE ON dispute BEGIN SELECT RAISE (ABORT, 'dispute: facts are never deleted'); END;

CREATE TRIGGER dispute_of_this_command BEFORE INSERT ON dispute
WHEN EXISTS (SELECT 1 FROM command_log WHERE seq = NEW.command_seq) BEGIN
  SELECT RAISE (ABORT, 'dispute: its command is already finished');
END;

-- How a dispute went on, by day: who has to answer, or how it was closed; the last row says how it stands, none is open. Empty:
-- filled by collections.
CREATE TABLE dispute_step (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  dispute_id INTEGER NOT NULL REFERENCES dispute (id),
  step_date TEXT NOT NULL CHECK (step_date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  state TEXT NOT NULL CHECK (state IN ('waiting_for_customer', 'waiting_for_us', 'closed')),
  outcome TEXT CHECK (outcome IN ('credited', 'customer_pays', 'written_off', 'withdrawn', 'deduction')),
  -- The credit note that was given.
  document_id INTEGER REFERENCES document (id),
  memo TEXT NOT NULL,
  CHECK ((state = 'closed') = (outcome IS NOT NULL)),
  CHECK (document_id IS NULL OR outcome = 'credited')
) STRICT;

CREATE INDEX dispute_step_by_command ON dispute_step (command_seq);
CREATE INDEX dispute_step_by_dispute ON dispute_step (dispute_id, command_seq);

CREATE TRIGGER dispute_step_no_update BEFORE UPDATE ON dispute_step BEGIN SELECT RAISE (ABORT, 'dispute_step: facts are never changed'); END;
CREATE TRIGGER dispute_step_no_delete BEFORE DELETE ON dispute_step BEGIN SELECT RAISE (ABORT, 'dispute_step: facts are never deleted'); END;

CREATE TRIGGER dispute_step_of_this_command BEFORE INSERT ON dispute_step
WHEN EXISTS (SELECT 1 FROM command_log WHERE seq = NEW.command_seq) BEGIN
  SELECT RAISE (ABORT, 'dispute_step: its command is already finished');
END;

-- Work not posted, outside the ledger. total is what it will add to the customer's balance, in minor units of its currency;
-- currency NULL is the customer's own.
CREATE TABLE draft (
  uid TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind <> ''),
  customer_id INTEGER REFERENCES customer (id),
  title TEXT NOT NULL,
  total INTEGER CHECK (total BETWEEN -9000000000000000 AND 9000000000000000),
  currency TEXT CHECK (currency IS NULL OR length(currency) = 3),
  body TEXT NOT NULL CHECK (json_valid (body)),
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX draft_by_customer ON draft (customer_id, total, currency) WHERE total IS NOT NULL;
