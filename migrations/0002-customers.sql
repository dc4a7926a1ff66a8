-- Customers, how they are found, and what is noted of them.

-- A paying parent pays for other customers, one level deep. code_key is what codes that look alike have in common; NULL is
-- none.
CREATE TABLE customer (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL COLLATE NOCASE UNIQUE,
  code_key TEXT,
  name TEXT NOT NULL,
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  terms_id INTEGER NOT NULL REFERENCES terms (id),
  tax_code_id INTEGER REFERENCES tax_code (id),
  paying_parent_id INTEGER REFERENCES customer (id),
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
CREATE INDEX customer_by_paying_parent ON customer (paying_parent_id) WHERE paying_parent_id IS NOT NULL;
CREATE INDEX customer_by_code_key ON customer (code_key);

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

CREATE TRIGGER customer_paying_parent_added BEFORE INSERT ON customer WHEN NEW.paying_parent_id IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'customer: a paying parent is another customer that pays for itself')
  WHERE NEW.paying_parent_id IS NEW.id OR NOT EXISTS (
    SELECT 1 FROM customer AS parent WHERE parent.id = NEW.paying_parent_id AND parent.paying_parent_id IS NULL);
END;

CREATE TRIGGER customer_paying_parent_changed BEFORE UPDATE OF paying_parent_id ON customer
WHEN NEW.paying_parent_id IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'customer: a paying parent is another customer that pays for itself')
  WHERE NEW.paying_parent_id = NEW.id OR NOT EXISTS (
    SELECT 1 FROM customer AS parent WHERE parent.id = NEW.paying_parent_id AND parent.paying_parent_id IS NULL);
  SELECT RAISE (ABORT, 'customer: a paying parent has no paying parent of its own')
  WHERE EXISTS (SELECT 1 FROM customer AS child WHERE child.paying_parent_id = NEW.id);
END;

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

-- Where goods go besides the customer's own shipping address. Empty: filled once invoices choose among them.
CREATE TABLE ship_to_address (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  name TEXT NOT NULL CHECK (name <> ''),
  line1 TEXT NOT NULL,
  line2 TEXT NOT NULL,
  city TEXT NOT NULL,
  region TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  country TEXT NOT NULL,
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX ship_to_address_by_customer ON ship_to_address (customer_id);

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

-- Projection: the currencies that a customer has documents in. Reports ask it which currencies there are, instead of every
-- document.
CREATE TABLE customer_currency (
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  PRIMARY KEY (customer_id, currency)
) STRICT, WITHOUT ROWID;

CREATE INDEX customer_currency_by_currency ON customer_currency (currency, customer_id);

-- The most a customer may owe in one currency, in its minor units; without a row there is none. customer.credit_limit is what
-- all currencies together may come to.
CREATE TABLE customer_currency_limit (
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  credit_limit INTEGER NOT NULL CHECK (credit_limit BETWEEN 0 AND 9000000000000000),
  PRIMARY KEY (customer_id, currency)
) STRICT, WITHOUT ROWID;

-- What was said or seen, of a customer or of one document, and the day to look again. Only added: a correction is a new note
-- that names the old. Empty: filled by notes and call notes.
CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  document_id INTEGER REFERENCES document (id),
  text TEXT NOT NULL CHECK (text <> ''),
  follow_up_on TEXT CHECK (follow_up_on GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  corrects_id INTEGER UNIQUE REFERENCES note (id)
) STRICT;

CREATE INDEX note_by_command ON note (command_seq);
CREATE INDEX note_by_customer ON note (customer_id, command_seq);
CREATE INDEX note_by_document ON note (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX note_by_follow_up ON note (follow_up_on, customer_id) WHERE follow_up_on IS NOT NULL;

CREATE TRIGGER note_no_update BEFORE UPDATE ON note BEGIN SELECT RAISE (ABORT, 'note: facts are never changed'); END;
CREATE TRIGGER note_no_delete BEFORE DELETE ON note BEGIN SELECT RAISE (ABORT, 'note: facts are never deleted'); END;

CREATE TRIGGER note_of_this_command BEFORE INSERT ON note
WHEN EXISTS (SELECT 1 FROM command_log WHERE seq = NEW.command_seq) BEGIN
  SELECT RAISE (ABORT, 'note: its command is already finished');
END;

-- Files kept with the company, each once however often it is attached. Empty: filled by attaching files.
CREATE TABLE attachment_content (
  sha256 TEXT PRIMARY KEY CHECK (length (sha256) = 64),
  content BLOB NOT NULL
) STRICT;

CREATE TRIGGER attachment_content_no_update BEFORE UPDATE ON attachment_content BEGIN SELECT RAISE (ABORT, 'attachment_content: facts are never changed'); END;
CREATE TRIGGER attachment_content_no_delete BEFORE DELETE ON attachment_content BEGIN SELECT RAISE (ABORT, 'attachment_content: facts are never deleted'); END;

-- A file with a customer or with one document of the customer's, under the name it came with; size in bytes. Empty, as above.
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  document_id INTEGER REFERENCES document (id),
  sha256 TEXT NOT NULL REFERENCES attachment_content (sha256),
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0)
) STRICT;

CREATE INDEX attachment_by_command ON attachment (command_seq);
CREATE INDEX attachment_by_customer ON attachment (customer_id);
CREATE INDEX attachment_by_document ON attachment (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX attachment_by_content ON attachment (sha256);

CREATE TRIGGER attachment_no_update BEFORE UPDATE ON attachment BEGIN SELECT RAISE (ABORT, 'attachment: facts are never changed'); END;
CREATE TRIGGER attachment_no_delete BEFORE DELETE ON attachment BEGIN SELECT RAISE (ABORT, 'attachment: facts are never deleted'); END;

CREATE TRIGGER attachment_of_this_command BEFORE INSERT ON attachment
WHEN EXISTS (SELECT 1 FROM command_log WHERE seq = NEW.command_seq) BEGIN
  SELECT RAISE (ABORT, 'attachment: its command is already finished');
END;
