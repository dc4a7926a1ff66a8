-- Documents, double entry, and what is open.

-- total is signed: invoices, debit notes, finance charges and refunds raise the receivable, receipts and credit notes
-- lower it. A void is a document of the same kind with the opposite total that names what it reverses.
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  posting_id INTEGER NOT NULL REFERENCES posting (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('invoice', 'credit_note', 'debit_note', 'finance_charge', 'receipt', 'refund',
    'adjustment')),
  number TEXT NOT NULL CHECK (length(number) > 0),
  -- What numbers that look alike have in common, as the program works it out.
  number_key TEXT,
  series_id INTEGER REFERENCES number_series (id),
  series_number INTEGER,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  document_date TEXT NOT NULL CHECK (document_date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  due_date TEXT NOT NULL CHECK (due_date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  rate TEXT NOT NULL CHECK (rate GLOB '[0-9]*'),
  total INTEGER NOT NULL CHECK (total BETWEEN -9000000000000000 AND 9000000000000000),
  base_total INTEGER NOT NULL CHECK (base_total BETWEEN -9000000000000000 AND 9000000000000000),
  reference TEXT NOT NULL,
  -- Of a check: the customer's earlier receipts are searched for its number.
  check_key TEXT,
  memo TEXT NOT NULL,
  -- What the command that made it says of it, as a code and the parameters of its sentence in JSON; memo is what the clerk wrote.
  generated_memo TEXT CHECK (generated_memo IS NULL OR json_valid(generated_memo)),
  terms_id INTEGER REFERENCES terms (id),
  prices_include_tax INTEGER NOT NULL DEFAULT 0 CHECK (prices_include_tax IN (0, 1)),
  -- A discount on the whole document that was entered as a percentage, in millionths; its lines hold what it came to.
  document_discount_percent INTEGER
  CHECK (document_discount_percent IS NULL OR (document_discount_percent BETWEEN 1 AND 100000000
    AND kind IN ('invoice', 'debit_note', 'credit_note'))),
  method TEXT CHECK (method IN ('check', 'transfer', 'card', 'cash', 'other')),
  deposit_account_id INTEGER REFERENCES account (id),
  -- A void stands in the batch of what it reverses.
  batch_id INTEGER REFERENCES receipt_batch (id),
  -- What the money of a receipt that is not applied is meant to be.
  unapplied_as TEXT
  CHECK (unapplied_as IS NULL OR (unapplied_as IN ('on_account', 'prepayment') AND kind = 'receipt')),
  -- The part of a receipt or refund in cash that no money came for; signed as the total.
  cash_rounding INTEGER NOT NULL DEFAULT 0
  CHECK (cash_rounding = 0 OR (kind IN ('receipt', 'refund') AND method = 'cash' AND abs(cash_rounding) <= abs(total))),
  discount_until TEXT,
  discount INTEGER NOT NULL DEFAULT 0 CHECK (discount >= 0),
  -- What of the total earns the early payment discount, tax included; NULL is all of it. On a credit note from the lines, what
  -- it takes back of that, before reductions.
  discountable INTEGER
  CHECK (discountable IS NULL OR discountable BETWEEN -9000000000000000 AND 9000000000000000),
  grace_days INTEGER NOT NULL DEFAULT 0 CHECK (grace_days >= 0),
  -- The most of a short payment that is written off within tolerance; NULL is the company's alone.
  tolerance_most INTEGER
  CHECK (tolerance_most IS NULL OR tolerance_most BETWEEN 0 AND 9000000000000000),
  reverses_id INTEGER UNIQUE REFERENCES document (id),
  -- What a credit note was made from.
  credits_id INTEGER REFERENCES document (id),
  -- Why an adjustment was made.
  reason_code_id INTEGER REFERENCES reason_code (id),
  CHECK ((series_id IS NULL) = (series_number IS NULL)),
  CHECK (kind <> 'receipt' OR method IS NOT NULL),
  CHECK (kind = 'adjustment' OR total = 0
    OR (total > 0) = ((kind IN ('invoice', 'debit_note', 'finance_charge', 'refund')) = (reverses_id IS NULL))),
  UNIQUE (kind, number),
  UNIQUE (series_id, series_number)
) STRICT;

CREATE INDEX document_by_customer ON document (customer_id, document_date, id);
CREATE INDEX document_by_date ON document (document_date, id);
CREATE INDEX document_by_number ON document (number COLLATE NOCASE);
CREATE INDEX document_by_reference ON document (reference COLLATE NOCASE, command_seq) WHERE reference <> '';
-- A clerk with a check in hand looks for its exact amount.
CREATE INDEX document_by_total ON document (total, command_seq);
CREATE INDEX document_by_command ON document (command_seq);
-- Each posting and each command settles deferred references to it: without these, SQLite reads the whole table for one.
CREATE INDEX document_by_posting ON document (posting_id);
CREATE INDEX document_by_credits ON document (credits_id) WHERE credits_id IS NOT NULL;
CREATE INDEX document_by_batch ON document (batch_id) WHERE batch_id IS NOT NULL;
-- Posting an invoice looks here for what was paid before it.
CREATE INDEX document_prepayments ON document (customer_id) WHERE unapplied_as = 'prepayment';
CREATE INDEX document_by_number_key ON document (number_key);
CREATE INDEX document_by_check_key ON document (customer_id, check_key) WHERE check_key IS NOT NULL;

CREATE TRIGGER document_no_delete BEFORE DELETE ON document BEGIN SELECT RAISE (ABORT, 'document: facts are never deleted'); END;
CREATE TRIGGER document_no_update BEFORE UPDATE ON document BEGIN SELECT RAISE (ABORT, 'document: facts are never changed'); END;

CREATE TRIGGER document_of_this_command BEFORE INSERT ON document
WHEN EXISTS (SELECT 1 FROM command_log WHERE seq = NEW.command_seq) BEGIN
  SELECT RAISE (ABORT, 'document: its command is already finished');
END;

CREATE TRIGGER document_in_open_period BEFORE INSERT ON document
WHEN NEW.document_date <= (SELECT closing_date FROM company) BEGIN
  SELECT RAISE (ABORT, 'document: the period is closed');
END;

CREATE TRIGGER document_void_mirrors BEFORE INSERT ON document WHEN NEW.reverses_id IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'document: a void has the opposite total, and the kind, customer and currency of what it reverses')
  WHERE NOT EXISTS (
    SELECT 1 FROM document AS original
    WHERE original.id = NEW.reverses_id AND original.kind = NEW.kind AND original.customer_id = NEW.customer_id
      AND original.currency = NEW.currency AND original.total = -NEW.total AND original.base_total = -NEW.base_total
      AND original.reverses_id IS NULL AND original.document_date <= NEW.document_date);
END;

CREATE TRIGGER document_opens_item AFTER INSERT ON document BEGIN
  INSERT INTO open_item (document_id, customer_id, currency, document_date, due_date, amount, balance, base_balance,
    first_applied_on, last_entry_on, closed_on)
  VALUES (NEW.id, NEW.customer_id, NEW.currency, NEW.document_date, NEW.due_date, NEW.total, 0, 0, '9999-12-31',
    NEW.document_date, '9999-12-31');
END;

CREATE TRIGGER document_adjusts_for_a_reason BEFORE INSERT ON document
WHEN (NEW.kind = 'adjustment') <> (NEW.reason_code_id IS NOT NULL) BEGIN
  SELECT RAISE (ABORT, 'document: an adjustment, and it alone, names a reason');
END;

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

-- The credit notes of a document never come to more than it, and a discount or write-off beside them neither. Voids lower
-- what was credited, and are always let through.
CREATE TRIGGER document_credits_within BEFORE INSERT ON document WHEN NEW.credits_id IS NOT NULL AND NEW.reverses_id IS NULL BEGIN
  SELECT RAISE (ABORT, 'document: its credit notes would come to more than it billed')
  WHERE NEW.total + (SELECT total FROM document WHERE id = NEW.credits_id)
    + (SELECT coalesce(sum(note.total), 0) FROM document AS note WHERE note.credits_id = NEW.credits_id)
    - (SELECT coalesce(sum(discount + write_off), 0) FROM application WHERE debit_id = NEW.credits_id) < 0;
END;

CREATE TRIGGER document_names_currency AFTER INSERT ON document BEGIN
  INSERT INTO customer_currency (customer_id, currency) VALUES (NEW.customer_id, NEW.currency) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER document_credits_invoice BEFORE INSERT ON document WHEN NEW.credits_id IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'document: only a credit note credits an invoice, of the same customer and currency, and not before it')
  WHERE NEW.kind <> 'credit_note' OR NOT EXISTS (
    SELECT 1 FROM document AS invoice
    WHERE invoice.id = NEW.credits_id AND invoice.kind IN ('invoice', 'debit_note', 'finance_charge')
      AND invoice.reverses_id IS NULL AND invoice.customer_id = NEW.customer_id AND invoice.currency = NEW.currency
      AND invoice.document_date <= NEW.document_date);
END;

CREATE TRIGGER document_takes_number AFTER INSERT ON document
WHEN NEW.series_id IS NULL AND NEW.reverses_id IS NULL
  AND length(NEW.number_key) - length(rtrim(NEW.number_key, '0123456789')) BETWEEN 1 AND 15 BEGIN
  -- Joined to the run before it, where there is one; then the run after it is part of that.
  INSERT INTO number_taken (kind, stem, first, last)
  SELECT NEW.kind, stem,
    coalesce((SELECT iif(before.last >= own.number - 1, before.first, NULL) FROM number_taken AS before
      WHERE before.kind = NEW.kind AND before.stem = own.stem AND before.first < own.number
      ORDER BY before.first DESC LIMIT 1), own.number),
    coalesce((SELECT after.last FROM number_taken AS after
      WHERE after.kind = NEW.kind AND after.stem = own.stem AND after.first = own.number + 1), own.number)
  FROM (
    SELECT rtrim(NEW.number_key, '0123456789') AS stem,
      CAST (substr(NEW.number_key, length(rtrim(NEW.number_key, '0123456789')) + 1) AS INTEGER) AS number
  ) AS own
  WHERE true
  ON CONFLICT (kind, stem, first) DO UPDATE SET last = max(last, excluded.last);
  DELETE FROM number_taken
  WHERE kind = NEW.kind AND stem = rtrim(NEW.number_key, '0123456789')
    AND first = CAST (substr(NEW.number_key, length(rtrim(NEW.number_key, '0123456789')) + 1) AS INTEGER) + 1;
END;

CREATE TRIGGER document_number_is_next BEFORE INSERT ON document WHEN NEW.series_id IS NOT NULL BEGIN
  SELECT CASE
    WHEN NEW.series_number IS NOT (
      SELECT max (first_number,
        coalesce ((SELECT max (series_number) FROM document WHERE series_id = NEW.series_id) + 1, 0),
        coalesce ((SELECT coalesce (through, series_number) FROM number_passed_over WHERE series_id = NEW.series_id
          ORDER BY series_number DESC LIMIT 1) + 1, 0))
      FROM number_series WHERE id = NEW.series_id AND kind = NEW.kind)
      THEN RAISE (ABORT, 'document: the number is not the next of its series')
    WHEN (SELECT year FROM number_series WHERE id = NEW.series_id) <> CAST (substr (NEW.document_date, 1, 4) AS INTEGER)
      THEN RAISE (ABORT, 'document: its series numbers another year')
  END;
END;

CREATE TABLE document_line (
  document_id INTEGER NOT NULL REFERENCES document (id),
  line_no INTEGER NOT NULL CHECK (line_no > 0),
  product_id INTEGER REFERENCES product (id),
  description TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  unit_price INTEGER NOT NULL,
  -- A price that its millionths do not hold, as exact decimal text; unit_price is 0 then.
  unit_price_text TEXT CHECK (
  unit_price_text IS NULL
  OR unit_price = 0 AND unit_price_text NOT GLOB '*[^-0-9.]*'
    AND abs(cast(unit_price_text AS REAL)) BETWEEN 9000000000 AND 9000000000000000),
  discount_percent INTEGER NOT NULL,
  -- Its share of a discount on the whole document, taken off net already.
  document_discount INTEGER NOT NULL DEFAULT 0,
  net INTEGER NOT NULL CHECK (net BETWEEN -9000000000000000 AND 9000000000000000),
  tax_code_id INTEGER REFERENCES tax_code (id),
  account_id INTEGER NOT NULL REFERENCES account (id),
  -- The line of the invoice that a credit note takes back.
  credits_line_no INTEGER,
  -- Rounds the total to the smallest coin.
  is_rounding INTEGER NOT NULL DEFAULT 0
  CHECK (is_rounding = 0 OR (is_rounding = 1 AND tax_code_id IS NULL AND product_id IS NULL)),
  earns_discount INTEGER NOT NULL DEFAULT 1 CHECK (earns_discount IN (0, 1)),
  PRIMARY KEY (document_id, line_no)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER document_line_no_update BEFORE UPDATE ON document_line BEGIN SELECT RAISE (ABORT, 'document_line: facts are never changed'); END;
CREATE TRIGGER document_line_no_delete BEFORE DELETE ON document_line BEGIN SELECT RAISE (ABORT, 'document_line: facts are never deleted'); END;

CREATE TRIGGER document_line_before_posting BEFORE INSERT ON document_line
WHEN EXISTS (SELECT 1 FROM posting WHERE id = (SELECT posting_id FROM document WHERE id = NEW.document_id)) BEGIN
  SELECT RAISE (ABORT, 'document_line: the document is posted');
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

-- In the order in which they are charged.
CREATE TABLE document_tax (
  document_id INTEGER NOT NULL REFERENCES document (id),
  tax_code_id INTEGER NOT NULL REFERENCES tax_code (id),
  position INTEGER NOT NULL DEFAULT 0 CHECK (position >= 0),
  rate INTEGER NOT NULL,
  base INTEGER NOT NULL,
  tax INTEGER NOT NULL CHECK (tax BETWEEN -9000000000000000 AND 9000000000000000),
  PRIMARY KEY (document_id, tax_code_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER document_tax_no_update BEFORE UPDATE ON document_tax BEGIN SELECT RAISE (ABORT, 'document_tax: facts are never changed'); END;
CREATE TRIGGER document_tax_no_delete BEFORE DELETE ON document_tax BEGIN SELECT RAISE (ABORT, 'document_tax: facts are never deleted'); END;

CREATE TRIGGER document_tax_before_posting BEFORE INSERT ON document_tax
WHEN EXISTS (SELECT 1 FROM posting WHERE id = (SELECT posting_id FROM document WHERE id = NEW.document_id)) BEGIN
  SELECT RAISE (ABORT, 'document_tax: the document is posted');
END;

CREATE TRIGGER document_tax_credits_within BEFORE INSERT ON document_tax
WHEN (SELECT credits_id IS NOT NULL AND reverses_id IS NULL FROM document WHERE id = NEW.document_id) BEGIN
  SELECT RAISE (ABORT, 'document_tax: more than the credited document billed of this tax')
  WHERE NOT EXISTS (
    SELECT 1 FROM document AS note JOIN document_tax AS billed ON billed.document_id = note.credits_id
    WHERE note.id = NEW.document_id AND billed.tax_code_id = NEW.tax_code_id
      AND billed.tax + NEW.tax + (
        SELECT coalesce(sum(earlier.tax), 0) FROM document AS other
        JOIN document_tax AS earlier ON earlier.document_id = other.id
        WHERE other.credits_id = note.credits_id AND earlier.tax_code_id = NEW.tax_code_id
      ) BETWEEN min(billed.tax, 0) AND max(billed.tax, 0));
END;

CREATE TRIGGER document_tax_apart BEFORE INSERT ON document_tax
WHEN EXISTS (SELECT 1 FROM tax_code_component WHERE tax_code_id = NEW.tax_code_id) BEGIN
  SELECT RAISE (ABORT, 'document_tax: each tax of a code is reported apart');
END;

-- Only documents due in several parts have rows here.
CREATE TABLE instalment (
  document_id INTEGER NOT NULL REFERENCES document (id),
  position INTEGER NOT NULL CHECK (position > 0),
  due_date TEXT NOT NULL CHECK (length(due_date) = 10),
  amount INTEGER NOT NULL CHECK (amount BETWEEN -9000000000000000 AND 9000000000000000),
  PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER instalment_no_update BEFORE UPDATE ON instalment BEGIN SELECT RAISE (ABORT, 'instalment: facts are never changed'); END;
CREATE TRIGGER instalment_no_delete BEFORE DELETE ON instalment BEGIN SELECT RAISE (ABORT, 'instalment: facts are never deleted'); END;

CREATE TRIGGER instalment_before_posting BEFORE INSERT ON instalment
WHEN EXISTS (SELECT 1 FROM posting WHERE id = (SELECT posting_id FROM document WHERE id = NEW.document_id)) BEGIN
  SELECT RAISE (ABORT, 'instalment: the document is posted');
END;

CREATE TRIGGER instalment_counts AFTER INSERT ON instalment BEGIN
  UPDATE open_item SET instalments = instalments + 1 WHERE document_id = NEW.document_id;
END;

-- Imported and opening documents keep their own numbers. A number of the series that one of them has is passed over when
-- the series gets there: each number of a run is given, or recorded here with the document that has it.
CREATE TABLE number_passed_over (
  series_id INTEGER NOT NULL REFERENCES number_series (id),
  series_number INTEGER NOT NULL,
  -- The last of several numbers in a row that are passed over in one step.
  through INTEGER CHECK (through > series_number),
  document_id INTEGER NOT NULL REFERENCES document (id),
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (series_id, series_number)
) STRICT, WITHOUT ROWID;

-- The deferred reference to the command is settled at each commit: without it, SQLite reads the whole table for one.
CREATE INDEX number_passed_over_by_command ON number_passed_over (command_seq);

CREATE TRIGGER number_passed_over_no_update BEFORE UPDATE ON number_passed_over BEGIN
  SELECT RAISE (ABORT, 'number_passed_over: facts are never changed');
END;
CREATE TRIGGER number_passed_over_no_delete BEFORE DELETE ON number_passed_over BEGIN
  SELECT RAISE (ABORT, 'number_passed_over: facts are never deleted');
END;

CREATE TRIGGER number_passed_over_of_this_command BEFORE INSERT ON number_passed_over
WHEN EXISTS (SELECT 1 FROM command_log WHERE seq = NEW.command_seq) BEGIN
  SELECT RAISE (ABORT, 'number_passed_over: its command is already finished');
END;

CREATE TRIGGER number_passed_over_is_next BEFORE INSERT ON number_passed_over BEGIN
  SELECT CASE
    WHEN NEW.series_number IS NOT (
      SELECT max (first_number,
        coalesce ((SELECT max (series_number) FROM document WHERE series_id = NEW.series_id) + 1, 0),
        coalesce ((SELECT coalesce (through, series_number) FROM number_passed_over WHERE series_id = NEW.series_id
          ORDER BY series_number DESC LIMIT 1) + 1, 0))
      FROM number_series WHERE id = NEW.series_id)
      THEN RAISE (ABORT, 'number_passed_over: the number is not the next of its series')
    -- The number ends as that of the document; what is before it looks alike, which the program alone can tell.
    WHEN NOT EXISTS (
      SELECT 1 FROM document AS holder JOIN number_series AS series ON series.id = NEW.series_id
      WHERE holder.id = NEW.document_id AND holder.kind = series.kind
        AND substr('000000000000' || substr(holder.number_key, length(rtrim(holder.number_key, '0123456789')) + 1),
          - max(series.width, length(NEW.series_number))) = printf ('%0*d', series.width, NEW.series_number))
      THEN RAISE (ABORT, 'number_passed_over: no document has the number')
    WHEN NEW.through IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM document AS holder
      JOIN number_series AS series ON series.id = NEW.series_id
      JOIN number_taken AS taken ON taken.kind = holder.kind AND taken.stem = rtrim(holder.number_key, '0123456789')
      WHERE holder.id = NEW.document_id
        AND max(series.width, length(NEW.through)) = max(series.width, length(NEW.series_number))
        AND taken.first <= CAST (substr(holder.number_key, length(taken.stem) + 1) AS INTEGER)
        AND taken.last >= CAST (substr(holder.number_key, length(taken.stem) + 1) AS INTEGER) + NEW.through - NEW.series_number)
      -- A run of the company's own has no gap.
      AND NEW.through - NEW.series_number > coalesce (
        (SELECT max (series_number) FROM document
          WHERE series_id = (SELECT series_id FROM document WHERE id = NEW.document_id))
        - (SELECT series_number FROM document WHERE id = NEW.document_id), -1)
      THEN RAISE (ABORT, 'number_passed_over: no documents have all of the numbers')
  END;
END;

-- Numbers that documents brought with them, as runs without a gap: a number is what is before its last digits, as it is
-- compared, and those digits. Derived from the documents, and kept by the trigger below.
CREATE TABLE number_taken (
  kind TEXT NOT NULL,
  stem TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL CHECK (last >= first),
  PRIMARY KEY (kind, stem, first)
) STRICT, WITHOUT ROWID;

CREATE TABLE posting (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  posting_date TEXT NOT NULL CHECK (posting_date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  memo TEXT NOT NULL
) STRICT;

CREATE INDEX posting_by_date ON posting (posting_date, id);
CREATE INDEX posting_by_command ON posting (command_seq);

CREATE TRIGGER posting_no_update BEFORE UPDATE ON posting BEGIN SELECT RAISE (ABORT, 'posting: facts are never changed'); END;
CREATE TRIGGER posting_no_delete BEFORE DELETE ON posting BEGIN SELECT RAISE (ABORT, 'posting: facts are never deleted'); END;

CREATE TRIGGER posting_seals BEFORE INSERT ON posting BEGIN
  SELECT CASE
    WHEN NEW.posting_date <= (SELECT closing_date FROM company)
      THEN RAISE (ABORT, 'posting: the period is closed')
    WHEN sealed.entries < 2
      THEN RAISE (ABORT, 'posting: it needs at least two entries')
    WHEN sealed.amount <> 0 OR sealed.base_amount <> 0
      THEN RAISE (ABORT, 'posting: the entries do not balance')
    WHEN sealed.first_date <> NEW.posting_date OR sealed.last_date <> NEW.posting_date
      THEN RAISE (ABORT, 'posting: an entry has another date')
  END
  FROM (
    SELECT count (*) AS entries, sum (amount) AS amount, sum (base_amount) AS base_amount,
      min (posting_date) AS first_date, max (posting_date) AS last_date
    FROM entry WHERE posting_id = NEW.id
  ) AS sealed;
END;

-- What a customer owes in one currency is moved by postings in it alone.
CREATE TRIGGER posting_in_currency_of_items BEFORE INSERT ON posting BEGIN
  SELECT RAISE (ABORT, 'posting: an entry of an open item is in another currency than the item')
  WHERE EXISTS (
    SELECT 1 FROM entry CROSS JOIN open_item ON open_item.document_id = entry.item_id
    WHERE entry.posting_id = NEW.id AND open_item.currency <> NEW.currency);
END;

-- Entries come first, the posting that names them seals them. amount is in the posting's currency, base_amount in the
-- company's. An entry on the control account names its customer and its open item.
CREATE TABLE entry (
  posting_id INTEGER NOT NULL REFERENCES posting (id) DEFERRABLE INITIALLY DEFERRED,
  line_no INTEGER NOT NULL CHECK (line_no > 0),
  account_id INTEGER NOT NULL REFERENCES account (id),
  posting_date TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount BETWEEN -9000000000000000 AND 9000000000000000),
  base_amount INTEGER NOT NULL CHECK (base_amount BETWEEN -9000000000000000 AND 9000000000000000),
  customer_id INTEGER REFERENCES customer (id),
  item_id INTEGER REFERENCES document (id),
  application_id INTEGER REFERENCES application (id),
  PRIMARY KEY (posting_id, line_no)
) STRICT, WITHOUT ROWID;

CREATE INDEX entry_by_item ON entry (item_id, posting_date, amount, base_amount) WHERE item_id IS NOT NULL;

CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN SELECT RAISE (ABORT, 'entry: facts are never changed'); END;
CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN SELECT RAISE (ABORT, 'entry: facts are never deleted'); END;

CREATE TRIGGER entry_rules BEFORE INSERT ON entry BEGIN
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM posting WHERE id = NEW.posting_id)
      THEN RAISE (ABORT, 'entry: the posting is sealed')
    WHEN (SELECT is_control FROM account WHERE id = NEW.account_id) IS NOT (NEW.item_id IS NOT NULL)
      THEN RAISE (ABORT, 'entry: the control account, and it alone, names an open item')
    WHEN NEW.item_id IS NOT NULL AND (SELECT customer_id FROM open_item WHERE document_id = NEW.item_id) IS NOT NEW.customer_id
      THEN RAISE (ABORT, 'entry: the open item belongs to another customer')
    WHEN NEW.item_id IS NOT NULL AND (SELECT document_date FROM document WHERE id = NEW.item_id) > NEW.posting_date
      THEN RAISE (ABORT, 'entry: it is dated before its open item')
  END;
END;

-- An entry of no amount settles nothing and is no activity of its item: it moves the base balance alone, no date.
CREATE TRIGGER entry_moves_item AFTER INSERT ON entry WHEN NEW.item_id IS NOT NULL BEGIN
  UPDATE open_item SET
    balance = balance + NEW.amount,
    base_balance = base_balance + NEW.base_amount,
    first_applied_on = iif (NEW.application_id IS NULL, first_applied_on, min (first_applied_on, NEW.posting_date)),
    last_entry_on = iif (NEW.amount = 0, last_entry_on, max (last_entry_on, NEW.posting_date)),
    closed_on = iif (balance + NEW.amount <> 0, '9999-12-31',
      iif (NEW.amount = 0, last_entry_on, max (last_entry_on, NEW.posting_date)))
  WHERE document_id = NEW.item_id;
END;

CREATE TRIGGER entry_adds_up AFTER INSERT ON entry BEGIN
  INSERT INTO account_total (account_id, side, currency, total)
  VALUES (NEW.account_id,
    iif (NEW.item_id IS NULL, 0, (SELECT iif (amount < 0, -1, 1) FROM open_item WHERE document_id = NEW.item_id)), '', NEW.base_amount)
  ON CONFLICT (account_id, side, currency) DO UPDATE SET total = total + excluded.total;
END;

CREATE TRIGGER entry_adds_up_in_its_currency AFTER INSERT ON entry
WHEN NEW.item_id IS NOT NULL
  AND (SELECT currency FROM open_item WHERE document_id = NEW.item_id) <> (SELECT base_currency FROM company) BEGIN
  INSERT INTO account_total (account_id, side, currency, total)
  SELECT NEW.account_id, iif (amount < 0, -1, 1), currency, NEW.amount FROM open_item WHERE document_id = NEW.item_id
  ON CONFLICT (account_id, side, currency) DO UPDATE SET total = total + excluded.total;
END;

-- What settles a debit item with a credit item. amount comes from the credit; discount and write_off settle more of the
-- debit. An unapplication has the opposite amounts and names what it reverses. Money in one currency may settle items in
-- another: amount is then in the credit's currency and debit_amount what it settles in the debit's, where discount and
-- write_off are too; NULL where both are in one currency. Each side has a posting in its own currency: posting_id is the
-- credit's, debit_posting_id the debit's. What carries no money has the debit's alone, as posting_id.
CREATE TABLE application (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  posting_id INTEGER NOT NULL REFERENCES posting (id) DEFERRABLE INITIALLY DEFERRED,
  debit_posting_id INTEGER REFERENCES posting (id) DEFERRABLE INITIALLY DEFERRED,
  credit_id INTEGER NOT NULL REFERENCES document (id),
  debit_id INTEGER NOT NULL REFERENCES document (id),
  effective_date TEXT NOT NULL CHECK (effective_date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  amount INTEGER NOT NULL,
  debit_amount INTEGER,
  discount INTEGER NOT NULL DEFAULT 0,
  write_off INTEGER NOT NULL DEFAULT 0,
  write_off_reason TEXT NOT NULL DEFAULT '',
  reverses_id INTEGER UNIQUE REFERENCES application (id),
  CHECK (credit_id <> debit_id),
  CHECK (amount + discount + write_off <> 0),
  CHECK (iif (reverses_id IS NULL, min (amount, discount, write_off) >= 0, max (amount, discount, write_off) <= 0)),
  CHECK (write_off = 0 OR write_off_reason <> '')
) STRICT;

CREATE INDEX application_by_credit ON application (credit_id);
CREATE INDEX application_by_debit ON application (debit_id);
CREATE INDEX application_by_posting ON application (posting_id);
CREATE INDEX application_by_command ON application (command_seq);
CREATE INDEX application_by_debit_posting ON application (debit_posting_id) WHERE debit_posting_id IS NOT NULL;

CREATE TRIGGER application_no_update BEFORE UPDATE ON application BEGIN SELECT RAISE (ABORT, 'application: facts are never changed'); END;
CREATE TRIGGER application_no_delete BEFORE DELETE ON application BEGIN SELECT RAISE (ABORT, 'application: facts are never deleted'); END;

CREATE TRIGGER application_of_this_command BEFORE INSERT ON application
WHEN EXISTS (SELECT 1 FROM command_log WHERE seq = NEW.command_seq) BEGIN
  SELECT RAISE (ABORT, 'application: its command is already finished');
END;

CREATE TRIGGER application_in_open_period BEFORE INSERT ON application
WHEN NEW.effective_date <= (SELECT closing_date FROM company) BEGIN
  SELECT RAISE (ABORT, 'application: the period is closed');
END;

CREATE TRIGGER application_of_void_kept BEFORE INSERT ON application WHEN NEW.reverses_id IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'application: what settles a void is never undone')
  WHERE EXISTS (SELECT 1 FROM document WHERE id IN (NEW.debit_id, NEW.credit_id) AND reverses_id IN (NEW.debit_id, NEW.credit_id));
END;

CREATE TRIGGER application_gives_within BEFORE INSERT ON application
WHEN NEW.reverses_id IS NULL AND NEW.discount + NEW.write_off > 0
  AND EXISTS (SELECT 1 FROM document WHERE credits_id = NEW.debit_id) BEGIN
  SELECT RAISE (ABORT, 'application: with its credit notes, more would be given away than the document billed')
  WHERE (SELECT total FROM document WHERE id = NEW.debit_id)
    + (SELECT sum(note.total) FROM document AS note WHERE note.credits_id = NEW.debit_id)
    - (SELECT coalesce(sum(discount + write_off), 0) FROM application WHERE debit_id = NEW.debit_id)
    < NEW.discount + NEW.write_off;
END;

-- An application stays within what both sides have open, each in its own currency, and within the customers of one payer.
-- Who pays is looked up only where the customers differ.
CREATE TRIGGER application_rules BEFORE INSERT ON application WHEN NEW.reverses_id IS NULL BEGIN
  SELECT CASE
    WHEN debit.document_id IS NULL OR credit.document_id IS NULL
      THEN RAISE (ABORT, 'application: it names no open item')
    WHEN debit.amount <= 0 OR credit.amount >= 0
      THEN RAISE (ABORT, 'application: it needs a credit item and a debit item')
    WHEN (debit.currency <> credit.currency) <> (NEW.debit_amount IS NOT NULL)
      THEN RAISE (ABORT, 'application: between two currencies, and only there, it has an amount in each')
    WHEN NEW.debit_amount IS NOT NULL
      AND (NEW.debit_amount < 0 OR (NEW.debit_amount = 0) <> (NEW.amount = 0))
      THEN RAISE (ABORT, 'application: money settles something in the other currency')
    WHEN (NEW.debit_posting_id IS NOT NULL) <> (coalesce (NEW.debit_amount, 0) <> 0)
      THEN RAISE (ABORT, 'application: between two currencies, and only there, it has a posting in each')
    WHEN debit.customer_id <> credit.customer_id
      AND (SELECT coalesce(paying_parent_id, id) FROM customer WHERE id = debit.customer_id)
        IS NOT (SELECT coalesce(paying_parent_id, id) FROM customer WHERE id = credit.customer_id)
      THEN RAISE (ABORT, 'application: the items differ in customer')
    WHEN NEW.effective_date < max (debit.document_date, credit.document_date)
      THEN RAISE (ABORT, 'application: it is dated before a document')
    WHEN coalesce (NEW.debit_amount, NEW.amount) + NEW.discount + NEW.write_off > debit.balance
      THEN RAISE (ABORT, 'application: more than the debit item has open')
    WHEN NEW.amount > -credit.balance
      THEN RAISE (ABORT, 'application: more than the credit item has open')
  END
  FROM (SELECT 1)
  LEFT JOIN open_item AS debit ON debit.document_id = NEW.debit_id
  LEFT JOIN open_item AS credit ON credit.document_id = NEW.credit_id;
END;

CREATE TRIGGER application_reversal_mirrors BEFORE INSERT ON application WHEN NEW.reverses_id IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'application: an unapplication mirrors what it reverses')
  WHERE NOT EXISTS (
    SELECT 1 FROM application AS original
    WHERE original.id = NEW.reverses_id AND original.reverses_id IS NULL
      AND original.credit_id = NEW.credit_id AND original.debit_id = NEW.debit_id AND original.amount = -NEW.amount
      AND original.discount = -NEW.discount AND original.write_off = -NEW.write_off
      AND original.debit_amount IS -NEW.debit_amount
      AND (original.debit_posting_id IS NULL) = (NEW.debit_posting_id IS NULL)
      AND original.effective_date <= NEW.effective_date);
END;

-- The tax that a discount or a write-off takes along, by tax code: a row for every tax of the document, also of 0. An
-- application without rows took none along. It stands as long as its application does.
CREATE TABLE application_tax (
  application_id INTEGER NOT NULL REFERENCES application (id),
  kind TEXT NOT NULL CHECK (kind IN ('discount', 'write_off', 'adjustment')),
  tax_code_id INTEGER NOT NULL REFERENCES tax_code (id),
  tax INTEGER NOT NULL CHECK (tax BETWEEN -9000000000000000 AND 9000000000000000),
  PRIMARY KEY (application_id, kind, tax_code_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER application_tax_no_update BEFORE UPDATE ON application_tax BEGIN SELECT RAISE (ABORT, 'application_tax: facts are never changed'); END;
CREATE TRIGGER application_tax_no_delete BEFORE DELETE ON application_tax BEGIN SELECT RAISE (ABORT, 'application_tax: facts are never deleted'); END;

CREATE TRIGGER application_tax_before_posting BEFORE INSERT ON application_tax
WHEN EXISTS (SELECT 1 FROM posting WHERE id = (SELECT posting_id FROM application WHERE id = NEW.application_id)) BEGIN
  SELECT RAISE (ABORT, 'application_tax: the application is posted');
END;

-- What a credit note takes back of reductions on the document it credits: it gives back that much less. A row without a
-- tax code is the part before tax, which is also a line of the note; the others are parts of its taxes. A void has the
-- opposite.
CREATE TABLE credit_reduction (
  document_id INTEGER NOT NULL REFERENCES document (id),
  position INTEGER NOT NULL CHECK (position > 0),
  credits_id INTEGER NOT NULL REFERENCES document (id),
  kind TEXT NOT NULL CHECK (kind IN ('discount', 'write_off', 'adjustment')),
  account_id INTEGER NOT NULL REFERENCES account (id),
  with_tax INTEGER NOT NULL CHECK (with_tax IN (0, 1)),
  tax_code_id INTEGER REFERENCES tax_code (id),
  base INTEGER NOT NULL,
  amount INTEGER NOT NULL CHECK (amount BETWEEN -9000000000000000 AND 9000000000000000),
  PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX credit_reduction_by_credited ON credit_reduction (credits_id, kind, amount);

CREATE TRIGGER credit_reduction_no_update BEFORE UPDATE ON credit_reduction BEGIN SELECT RAISE (ABORT, 'credit_reduction: facts are never changed'); END;
CREATE TRIGGER credit_reduction_no_delete BEFORE DELETE ON credit_reduction BEGIN SELECT RAISE (ABORT, 'credit_reduction: facts are never deleted'); END;

CREATE TRIGGER credit_reduction_before_posting BEFORE INSERT ON credit_reduction
WHEN EXISTS (SELECT 1 FROM posting WHERE id = (SELECT posting_id FROM document WHERE id = NEW.document_id)) BEGIN
  SELECT RAISE (ABORT, 'credit_reduction: the document is posted');
END;

CREATE TRIGGER credit_reduction_of_credited BEFORE INSERT ON credit_reduction
WHEN NEW.credits_id IS NOT (SELECT credits_id FROM document WHERE id = NEW.document_id) BEGIN
  SELECT RAISE (ABORT, 'credit_reduction: the credit note credits another document');
END;

-- Projection: one row a document, derived from the entries by the triggers below, rebuildable at any time.
-- closed_on is the date of the last entry once the balance is 0; as of a day D a document is open only when
-- document_date <= D < closed_on. Nothing moved it before first_applied_on.
CREATE TABLE open_item (
  document_id INTEGER PRIMARY KEY REFERENCES document (id),
  customer_id INTEGER NOT NULL,
  currency TEXT NOT NULL,
  document_date TEXT NOT NULL,
  due_date TEXT NOT NULL,
  instalments INTEGER NOT NULL DEFAULT 0,
  amount INTEGER NOT NULL,
  balance INTEGER NOT NULL,
  base_balance INTEGER NOT NULL,
  first_applied_on TEXT NOT NULL,
  last_entry_on TEXT NOT NULL,
  closed_on TEXT NOT NULL,
  CONSTRAINT balance_within_amount CHECK (iif (amount >= 0, balance BETWEEN 0 AND amount, balance BETWEEN amount AND 0))
) STRICT;

CREATE INDEX open_item_by_validity ON open_item (closed_on, document_date, customer_id, due_date, amount,
  first_applied_on, currency, instalments) WHERE closed_on > document_date;
CREATE INDEX open_item_by_customer ON open_item (customer_id, due_date, document_id) WHERE closed_on = '9999-12-31';

-- What the books add up stays within what a number holds exactly, so that no report is wrong or cannot be shown: each
-- account in the company's currency, the control account's debit items and credit items apart, and these in each other
-- currency as well. Derived from the entries; rebuildable at any time.
CREATE TABLE account_total (
  account_id INTEGER NOT NULL REFERENCES account (id),
  -- 1 for debit items, -1 for credit items, 0 for every other account.
  side INTEGER NOT NULL CHECK (side IN (-1, 0, 1)),
  -- Empty for the company's.
  currency TEXT NOT NULL,
  total INTEGER NOT NULL,
  PRIMARY KEY (account_id, side, currency)
) STRICT, WITHOUT ROWID;

-- Books that are beyond it already may come back.
CREATE TRIGGER account_total_within_bounds BEFORE UPDATE OF total ON account_total
WHEN abs (NEW.total) > 9000000000000000 AND abs (NEW.total) > abs (OLD.total) BEGIN
  SELECT RAISE (ABORT, 'account_total: more than the books can add up');
END;

-- Projection: what each account was debited and credited in a month (YYYY-MM), in minor units of the company's currency. Empty:
-- filled from the entries once tie-out and trial balance read it; a trigger on entry would cost every posting, so it comes with them.
CREATE TABLE account_month (
  account_id INTEGER NOT NULL REFERENCES account (id),
  month TEXT NOT NULL CHECK (month GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]'),
  debit INTEGER NOT NULL CHECK (debit >= 0),
  credit INTEGER NOT NULL CHECK (credit >= 0),
  PRIMARY KEY (account_id, month)
) STRICT, WITHOUT ROWID;
