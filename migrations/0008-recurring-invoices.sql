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
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  recurring_id INTEGER NOT NULL REFERENCES recurring_invoice (id),
  due_on TEXT NOT NULL CHECK (due_on GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  outcome TEXT NOT NULL CHECK (outcome IN ('billed', 'skipped', 'restored')),
  document_id INTEGER UNIQUE REFERENCES document (id),
  CHECK ((outcome = 'billed') = (document_id IS NOT NULL))
) STRICT;

CREATE INDEX recurring_occurrence_by_day ON recurring_occurrence (recurring_id, due_on, id, outcome, document_id);
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
    ORDER BY earlier.id DESC LIMIT 1
  ) AS stands) AS day;
END;
