-- The ledger of one company. Facts are inserted and never updated or deleted; master data carries a version.
-- Amounts are integers of the currency's minor unit, signed as they move the receivable: what raises a customer's
-- debt is positive. Percentages, quantities, prices and exchange rates are integers in millionths
-- (rates in thousand-millionths). Business dates are YYYY-MM-DD text, instants are UTC ISO 8601 text.

CREATE TABLE command_log (
  seq INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES user (id),
  device_id INTEGER NOT NULL REFERENCES device (id),
  recorded_at TEXT NOT NULL,
  hlc TEXT NOT NULL,
  input TEXT NOT NULL,
  result TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;

-- People, machines, settings

CREATE TABLE user (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('clerk', 'supervisor')),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE device (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE company (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  address TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  tax_number TEXT NOT NULL DEFAULT '',
  base_currency TEXT NOT NULL CHECK (length(base_currency) = 3),
  closing_date TEXT CHECK (closing_date IS NULL OR length(closing_date) = 10),
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE preference (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

-- Accounts and what entry screens choose from

CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL COLLATE NOCASE UNIQUE,
  name TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('asset', 'liability', 'equity', 'income', 'expense')),
  is_control INTEGER NOT NULL DEFAULT 0 CHECK (is_control IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE account_role (
  role TEXT PRIMARY KEY CHECK (role IN ('receivable', 'undeposited_funds', 'bank', 'sales', 'tax', 'discount_given',
    'write_off', 'exchange', 'opening_balance')),
  account_id INTEGER NOT NULL REFERENCES account (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE terms (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL COLLATE NOCASE UNIQUE,
  name TEXT NOT NULL,
  rule TEXT NOT NULL CHECK (json_valid(rule)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE tax_code (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL COLLATE NOCASE UNIQUE,
  name TEXT NOT NULL,
  rate INTEGER NOT NULL CHECK (rate BETWEEN 0 AND 100000000),
  account_id INTEGER NOT NULL REFERENCES account (id),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE product (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL COLLATE NOCASE UNIQUE,
  name TEXT NOT NULL,
  unit_price INTEGER NOT NULL CHECK (unit_price BETWEEN -9000000000000000 AND 9000000000000000),
  tax_code_id INTEGER REFERENCES tax_code (id),
  account_id INTEGER NOT NULL REFERENCES account (id),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- A series belongs to one device, so that machines that never met give no number twice.
CREATE TABLE number_series (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('invoice', 'credit_note', 'debit_note', 'finance_charge', 'receipt', 'refund',
    'adjustment')),
  device_id INTEGER NOT NULL REFERENCES device (id),
  prefix TEXT NOT NULL,
  width INTEGER NOT NULL CHECK (width BETWEEN 1 AND 12),
  first_number INTEGER NOT NULL CHECK (first_number >= 0),
  UNIQUE (kind, device_id),
  UNIQUE (kind, prefix)
) STRICT;

-- Customers

CREATE TABLE customer (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL COLLATE NOCASE UNIQUE,
  name TEXT NOT NULL,
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  terms_id INTEGER NOT NULL REFERENCES terms (id),
  tax_code_id INTEGER REFERENCES tax_code (id),
  credit_limit INTEGER CHECK (credit_limit BETWEEN 0 AND 9000000000000000),
  on_hold INTEGER NOT NULL DEFAULT 0 CHECK (on_hold IN (0, 1)),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  tax_number TEXT NOT NULL DEFAULT '',
  memo TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX customer_by_name ON customer (name COLLATE NOCASE, id);

CREATE TABLE customer_address (
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  use TEXT NOT NULL CHECK (use IN ('billing', 'shipping')),
  line1 TEXT NOT NULL,
  line2 TEXT NOT NULL,
  city TEXT NOT NULL,
  region TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  country TEXT NOT NULL,
  PRIMARY KEY (customer_id, use)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  PRIMARY KEY (customer_id, position)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE customer_search USING fts5 (
  code, name, content = 'customer', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);

CREATE TRIGGER customer_search_insert AFTER INSERT ON customer BEGIN
  INSERT INTO customer_search (rowid, code, name) VALUES (NEW.id, NEW.code, NEW.name);
END;
CREATE TRIGGER customer_search_update AFTER UPDATE OF code, name ON customer BEGIN
  INSERT INTO customer_search (customer_search, rowid, code, name) VALUES ('delete', OLD.id, OLD.code, OLD.name);
  INSERT INTO customer_search (rowid, code, name) VALUES (NEW.id, NEW.code, NEW.name);
END;
CREATE TRIGGER customer_kept BEFORE DELETE ON customer BEGIN
  SELECT RAISE (ABORT, 'customer: a customer is archived, never deleted');
END;

-- Documents

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
  series_id INTEGER REFERENCES number_series (id),
  series_number INTEGER,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  document_date TEXT NOT NULL CHECK (document_date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  due_date TEXT NOT NULL CHECK (due_date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  rate INTEGER NOT NULL CHECK (rate > 0),
  total INTEGER NOT NULL CHECK (total BETWEEN -9000000000000000 AND 9000000000000000),
  base_total INTEGER NOT NULL CHECK (base_total BETWEEN -9000000000000000 AND 9000000000000000),
  reference TEXT NOT NULL,
  memo TEXT NOT NULL,
  terms_id INTEGER REFERENCES terms (id),
  prices_include_tax INTEGER NOT NULL DEFAULT 0 CHECK (prices_include_tax IN (0, 1)),
  method TEXT CHECK (method IN ('check', 'transfer', 'card', 'cash', 'other')),
  deposit_account_id INTEGER REFERENCES account (id),
  discount_until TEXT,
  discount INTEGER NOT NULL DEFAULT 0 CHECK (discount >= 0),
  grace_days INTEGER NOT NULL DEFAULT 0 CHECK (grace_days >= 0),
  reverses_id INTEGER UNIQUE REFERENCES document (id),
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
CREATE INDEX document_by_reference ON document (reference COLLATE NOCASE) WHERE reference <> '';
-- A clerk with a check in hand looks for its exact amount.
CREATE INDEX document_by_total ON document (total);
CREATE INDEX document_by_command ON document (command_seq);
-- Each posting and each command settles deferred references to it: without these, SQLite reads the whole table for one.
CREATE INDEX document_by_posting ON document (posting_id);

CREATE TABLE document_line (
  document_id INTEGER NOT NULL REFERENCES document (id),
  line_no INTEGER NOT NULL CHECK (line_no > 0),
  product_id INTEGER REFERENCES product (id),
  description TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  unit_price INTEGER NOT NULL,
  discount_percent INTEGER NOT NULL,
  net INTEGER NOT NULL CHECK (net BETWEEN -9000000000000000 AND 9000000000000000),
  tax_code_id INTEGER REFERENCES tax_code (id),
  account_id INTEGER NOT NULL REFERENCES account (id),
  PRIMARY KEY (document_id, line_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_tax (
  document_id INTEGER NOT NULL REFERENCES document (id),
  tax_code_id INTEGER NOT NULL REFERENCES tax_code (id),
  rate INTEGER NOT NULL,
  base INTEGER NOT NULL,
  tax INTEGER NOT NULL CHECK (tax BETWEEN -9000000000000000 AND 9000000000000000),
  PRIMARY KEY (document_id, tax_code_id)
) STRICT, WITHOUT ROWID;

-- Only documents due in several parts have rows here.
CREATE TABLE instalment (
  document_id INTEGER NOT NULL REFERENCES document (id),
  position INTEGER NOT NULL CHECK (position > 0),
  due_date TEXT NOT NULL CHECK (length(due_date) = 10),
  amount INTEGER NOT NULL CHECK (amount BETWEEN -9000000000000000 AND 9000000000000000),
  PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;

-- Double entry

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

-- What settles a debit item with a credit item. amount comes from the credit; discount and write_off settle more of the
-- debit. An unapplication has the opposite amounts and names what it reverses.
CREATE TABLE application (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  posting_id INTEGER NOT NULL REFERENCES posting (id) DEFERRABLE INITIALLY DEFERRED,
  credit_id INTEGER NOT NULL REFERENCES document (id),
  debit_id INTEGER NOT NULL REFERENCES document (id),
  effective_date TEXT NOT NULL CHECK (effective_date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  amount INTEGER NOT NULL,
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

-- Drafts: work not posted, outside the ledger

CREATE TABLE draft (
  uid TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('invoice', 'receipt')),
  customer_id INTEGER REFERENCES customer (id),
  title TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid (body)),
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
