-- The ledger of one company, in five files: what the company is and chooses from, customers, the ledger itself, cash, and what
-- is billed again or charged. This set is made anew no more: what comes later is a file of its own.
--
-- Facts are inserted and never updated or deleted; master data carries a version. Amounts are integers of the currency's
-- minor unit, signed as they move the receivable: what raises a customer's debt is positive. Percentages, quantities and
-- prices are integers in millionths. An exchange rate is text as people quote it: "1.0845" is base currency for one unit,
-- "1/26315" is units for one of the base currency. Business dates are YYYY-MM-DD text, instants are UTC ISO 8601 text.
--
-- What must never be is refused here, by the database itself. Each message starts with the table and a colon. Integer keys are
-- given by the commands, in a block of each device; order in time is command_seq, never a key.

-- The spine: who did what, when and on which device. Every fact names the command that made it. facts_hash is over the rows
-- the command wrote, empty where it wrote none; hash is over the hash before and all columns of the row.
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
  facts_hash TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;

CREATE TRIGGER command_log_no_update BEFORE UPDATE ON command_log BEGIN SELECT RAISE (ABORT, 'command_log: facts are never changed'); END;
CREATE TRIGGER command_log_no_delete BEFORE DELETE ON command_log BEGIN SELECT RAISE (ABORT, 'command_log: facts are never deleted'); END;

CREATE TRIGGER command_log_appends BEFORE INSERT ON command_log BEGIN
  SELECT CASE
    WHEN NEW.seq IS NOT coalesce ((SELECT max (seq) FROM command_log), 0) + 1
      THEN RAISE (ABORT, 'command_log: seq is not the next')
    WHEN NEW.prev_hash IS NOT coalesce ((SELECT hash FROM command_log ORDER BY seq DESC LIMIT 1), '')
      THEN RAISE (ABORT, 'command_log: prev_hash is not the last hash')
  END;
END;

-- One row.
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

CREATE TABLE user (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('clerk', 'supervisor')),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TRIGGER user_kept BEFORE DELETE ON user BEGIN
  SELECT RAISE (ABORT, 'user: a person is archived, never deleted');
END;

CREATE TRIGGER user_leaves_a_supervisor BEFORE UPDATE ON user
WHEN OLD.role = 'supervisor' AND OLD.active = 1 AND (NEW.role <> 'supervisor' OR NEW.active = 0) BEGIN
  SELECT RAISE (ABORT, 'user: the last supervisor stays')
  WHERE NOT EXISTS (SELECT 1 FROM user WHERE id <> OLD.id AND role = 'supervisor' AND active = 1);
END;

-- What a PIN is checked against: scrypt of it, with its salt and its cost. The PIN itself is nowhere.
CREATE TABLE user_pin (
  user_id INTEGER PRIMARY KEY REFERENCES user (id),
  salt TEXT NOT NULL CHECK (length (salt) >= 32),
  hash TEXT NOT NULL CHECK (length (hash) >= 64),
  cost INTEGER NOT NULL CHECK (cost > 1),
  block_size INTEGER NOT NULL CHECK (block_size > 0),
  parallelization INTEGER NOT NULL CHECK (parallelization > 0)
) STRICT;

-- The most a role may write off, refund, credit without a bill or give as a discount outside terms in one command, in minor
-- units of the company's currency; NULL is no limit. Which acts have a limit is the contract's to say.
CREATE TABLE role_limit (
  role TEXT NOT NULL CHECK (role IN ('clerk', 'supervisor')),
  act TEXT NOT NULL CHECK (act <> ''),
  most INTEGER CHECK (most BETWEEN 0 AND 9000000000000000),
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (role, act)
) STRICT, WITHOUT ROWID;

-- What a supervisor let pass, in minor units of its currency: the amount, and the most that went without asking. A credit
-- hold has neither.
CREATE TABLE approval (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  user_id INTEGER NOT NULL REFERENCES user (id),
  act TEXT NOT NULL CHECK (act <> ''),
  currency TEXT NOT NULL CHECK (length (currency) = 3),
  most INTEGER CHECK (most BETWEEN 0 AND 9000000000000000),
  amount INTEGER CHECK (amount BETWEEN 0 AND 9000000000000000)
) STRICT;

CREATE INDEX approval_by_command ON approval (command_seq);

CREATE TRIGGER approval_no_update BEFORE UPDATE ON approval BEGIN SELECT RAISE (ABORT, 'approval: facts are never changed'); END;
CREATE TRIGGER approval_no_delete BEFORE DELETE ON approval BEGIN SELECT RAISE (ABORT, 'approval: facts are never deleted'); END;

CREATE TRIGGER approval_of_this_command BEFORE INSERT ON approval
WHEN EXISTS (SELECT 1 FROM command_log WHERE seq = NEW.command_seq) BEGIN
  SELECT RAISE (ABORT, 'approval: its command is already finished');
END;

CREATE TRIGGER approval_by_a_supervisor BEFORE INSERT ON approval
WHEN NOT EXISTS (SELECT 1 FROM user WHERE id = NEW.user_id AND role = 'supervisor' AND active = 1) BEGIN
  SELECT RAISE (ABORT, 'approval: only a supervisor approves');
END;

-- A device is one copy of the company on one computer. continues_id is the device whose numbers it goes on with; NULL numbers
-- by itself.
CREATE TABLE device (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  continues_id INTEGER REFERENCES device (id)
) STRICT;

-- Widths, last choices and the like: outside the ledger.
CREATE TABLE preference (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL COLLATE NOCASE UNIQUE,
  code_key TEXT,
  name TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('asset', 'liability', 'equity', 'income', 'expense')),
  is_control INTEGER NOT NULL DEFAULT 0 CHECK (is_control IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX account_by_code_key ON account (code_key);

CREATE TRIGGER account_kept BEFORE DELETE ON account BEGIN SELECT RAISE (ABORT, 'account: an account is kept'); END;

CREATE TRIGGER account_control_fixed BEFORE UPDATE OF is_control ON account WHEN OLD.is_control <> NEW.is_control BEGIN
  SELECT RAISE (ABORT, 'account: the control account is fixed');
END;

-- What the posting rules need an account for; which roles there are is the contract's to say.
CREATE TABLE account_role (
  role TEXT PRIMARY KEY CHECK (role <> ''),
  account_id INTEGER NOT NULL REFERENCES account (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE terms (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL COLLATE NOCASE UNIQUE,
  code_key TEXT,
  name TEXT NOT NULL,
  rule TEXT NOT NULL CHECK (json_valid(rule)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX terms_by_code_key ON terms (code_key);

CREATE TABLE tax_code (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL COLLATE NOCASE UNIQUE,
  code_key TEXT,
  name TEXT NOT NULL,
  rate INTEGER NOT NULL CHECK (rate BETWEEN 0 AND 100000000),
  account_id INTEGER NOT NULL REFERENCES account (id),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX tax_code_by_code_key ON tax_code (code_key);

-- A tax code may stand for several taxes in the law's order, each a tax code of its own with its rate and account: GST, then
-- QST, which may be charged on GST as well. A line names the code of all; a document reports each tax apart.
CREATE TABLE tax_code_component (
  tax_code_id INTEGER NOT NULL REFERENCES tax_code (id),
  position INTEGER NOT NULL CHECK (position > 0),
  component_id INTEGER NOT NULL REFERENCES tax_code (id),
  -- Charged on the taxes before it as well as on the net.
  on_earlier INTEGER NOT NULL CHECK (on_earlier IN (0, 1)),
  PRIMARY KEY (tax_code_id, position),
  UNIQUE (tax_code_id, component_id),
  CHECK (component_id <> tax_code_id),
  CHECK (position > 1 OR on_earlier = 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX tax_code_component_by_component ON tax_code_component (component_id);

CREATE TRIGGER tax_code_component_no_update BEFORE UPDATE ON tax_code_component BEGIN SELECT RAISE (ABORT, 'tax_code_component: the taxes of a code are never changed'); END;
CREATE TRIGGER tax_code_component_no_delete BEFORE DELETE ON tax_code_component BEGIN SELECT RAISE (ABORT, 'tax_code_component: the taxes of a code are never changed'); END;

CREATE TRIGGER tax_code_component_is_one_tax BEFORE INSERT ON tax_code_component
WHEN EXISTS (SELECT 1 FROM tax_code_component WHERE tax_code_id = NEW.component_id)
  OR EXISTS (SELECT 1 FROM tax_code_component WHERE component_id = NEW.tax_code_id) BEGIN
  SELECT RAISE (ABORT, 'tax_code_component: a code of several taxes is not one of them');
END;

-- A price that its millionths do not hold is exact decimal text; the whole number beside it is 0 then. A product that earns no
-- discount, such as freight, is left out of early payment discounts.
CREATE TABLE product (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL COLLATE NOCASE UNIQUE,
  code_key TEXT,
  name TEXT NOT NULL,
  unit_price INTEGER NOT NULL CHECK (unit_price BETWEEN -9000000000000000 AND 9000000000000000),
  unit_price_text TEXT CHECK (
  unit_price_text IS NULL
  OR unit_price = 0 AND unit_price_text NOT GLOB '*[^-0-9.]*'
    AND abs(cast(unit_price_text AS REAL)) BETWEEN 9000000000 AND 9000000000000000),
  tax_code_id INTEGER REFERENCES tax_code (id),
  account_id INTEGER NOT NULL REFERENCES account (id),
  earns_discount INTEGER NOT NULL DEFAULT 1 CHECK (earns_discount IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX product_by_code_key ON product (code_key);

-- Why a balance is adjusted, and the account that bears it.
CREATE TABLE reason_code (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL COLLATE NOCASE UNIQUE,
  code_key TEXT,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('write_off', 'bad_debt', 'allowance', 'small_balance')),
  account_id INTEGER NOT NULL REFERENCES account (id),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX reason_code_by_code_key ON reason_code (code_key);

CREATE TRIGGER reason_code_kept BEFORE DELETE ON reason_code BEGIN
  SELECT RAISE (ABORT, 'reason_code: a reason code is archived, never deleted');
END;

-- Rates that postings take when none is entered. The rate of a day counts until the next one.
CREATE TABLE exchange_rate (
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  date TEXT NOT NULL CHECK (date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  rate TEXT NOT NULL CHECK (rate GLOB '[0-9]*'),
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (currency, date)
) STRICT, WITHOUT ROWID;

CREATE INDEX exchange_rate_by_date ON exchange_rate (date, currency);

-- The direction a currency's rates are entered in, where the company says so.
CREATE TABLE currency_quote (
  currency TEXT PRIMARY KEY CHECK (length(currency) = 3),
  quote TEXT NOT NULL CHECK (quote IN ('direct', 'indirect')),
  version INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

-- A series belongs to one device, so that machines that never met give no number twice. A changed series is a new run, a row
-- of its own, and the latest of a kind is the one in use. With the year in the number each year is a run. Which kinds have a
-- series is the contract's to say.
CREATE TABLE number_series (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind <> ''),
  device_id INTEGER NOT NULL REFERENCES device (id),
  -- As numbers start with it, the year filled in.
  prefix TEXT NOT NULL,
  width INTEGER NOT NULL CHECK (width BETWEEN 1 AND 12),
  first_number INTEGER NOT NULL CHECK (first_number >= 0),
  -- The prefix as it was entered, with {year} in it, and the year whose documents the run numbers.
  template TEXT,
  year INTEGER CHECK (year BETWEEN 1000 AND 9999),
  CHECK ((template IS NULL) = (year IS NULL))
) STRICT;

CREATE INDEX number_series_by_kind ON number_series (kind, device_id);
CREATE INDEX number_series_by_prefix ON number_series (kind, prefix);
-- The deferred reference to the command is settled at each commit: without it, SQLite reads the whole table for one.
CREATE INDEX number_series_by_command ON number_series (command_seq);

CREATE TRIGGER number_series_kept BEFORE DELETE ON number_series BEGIN SELECT RAISE (ABORT, 'number_series: a series is kept'); END;

CREATE TRIGGER number_series_fixed BEFORE UPDATE ON number_series
WHEN EXISTS (SELECT 1 FROM document WHERE series_id = OLD.id)
  OR EXISTS (SELECT 1 FROM number_passed_over WHERE series_id = OLD.id)
  OR (OLD.kind = 'unidentified_receipt' AND EXISTS (SELECT 1 FROM unidentified_receipt WHERE device_id = OLD.device_id)) BEGIN
  SELECT RAISE (ABORT, 'number_series: a series in use is not changed');
END;

CREATE TRIGGER number_series_of_one_device BEFORE INSERT ON number_series
WHEN EXISTS (SELECT 1 FROM number_series WHERE kind = NEW.kind AND prefix = NEW.prefix AND device_id <> NEW.device_id) BEGIN
  SELECT RAISE (ABORT, 'number_series: another device numbers with this prefix');
END;

-- A device has one series of them: naming the device names the series.
CREATE TRIGGER number_series_of_unidentified_receipts BEFORE INSERT ON number_series
WHEN NEW.kind = 'unidentified_receipt'
  AND EXISTS (SELECT 1 FROM number_series WHERE kind = NEW.kind AND device_id = NEW.device_id) BEGIN
  SELECT RAISE (ABORT, 'number_series: the device has its series of unidentified receipts');
END;
