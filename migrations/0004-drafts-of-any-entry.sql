-- A draft may be of any entry screen; which ones there are is the contract's to say. Drafts are no facts: the table is
-- made anew.
CREATE TABLE draft_of_any_entry (
  uid TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind <> ''),
  customer_id INTEGER REFERENCES customer (id),
  title TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid (body)),
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO draft_of_any_entry SELECT uid, kind, customer_id, title, body, updated_at FROM draft;
DROP TABLE draft;
ALTER TABLE draft_of_any_entry RENAME TO draft;
