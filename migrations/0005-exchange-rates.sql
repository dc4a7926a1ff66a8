-- Rates that postings take when none is entered: base currency for one unit, in thousand-millionths. The rate of a day
-- counts until the next one.
CREATE TABLE exchange_rate (
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  date TEXT NOT NULL CHECK (date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  rate INTEGER NOT NULL CHECK (rate > 0),
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (currency, date)
) STRICT, WITHOUT ROWID;

CREATE INDEX exchange_rate_by_date ON exchange_rate (date, currency);

-- What the posting rules need an account for is the contract's to say, not a CHECK's: each new rule would make the
-- table anew.
CREATE TABLE account_role_of_any_rule (
  role TEXT PRIMARY KEY CHECK (role <> ''),
  account_id INTEGER NOT NULL REFERENCES account (id)
) STRICT, WITHOUT ROWID;
INSERT INTO account_role_of_any_rule (role, account_id) SELECT role, account_id FROM account_role;
DROP TABLE account_role;
ALTER TABLE account_role_of_any_rule RENAME TO account_role;
