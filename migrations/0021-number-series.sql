-- The company changes how its documents are numbered: a changed series is a new run, a row of its own, and the latest of a
-- kind is the one in use. With the year in the number each year is a run. Documents refer to the table: within the
-- transaction its rows are gone only until they are back.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE kept_series AS SELECT * FROM number_series;
DROP TABLE number_series;
CREATE TABLE number_series (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
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
INSERT INTO number_series (id, uid, kind, device_id, prefix, width, first_number)
SELECT id, uid, kind, device_id, prefix, width, first_number FROM kept_series;
DROP TABLE kept_series;

CREATE INDEX number_series_by_kind ON number_series (kind, device_id);
CREATE INDEX number_series_by_prefix ON number_series (kind, prefix);

-- Imported and opening documents keep their own numbers. A number of the series that one of them has is passed over when
-- the series gets there: each number of a run is given, or recorded here with the document that has it.
CREATE TABLE number_passed_over (
  series_id INTEGER NOT NULL REFERENCES number_series (id),
  series_number INTEGER NOT NULL,
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
        coalesce ((SELECT max (series_number) FROM number_passed_over WHERE series_id = NEW.series_id) + 1, 0))
      FROM number_series WHERE id = NEW.series_id)
      THEN RAISE (ABORT, 'number_passed_over: the number is not the next of its series')
    WHEN NOT EXISTS (
      SELECT 1 FROM document AS holder JOIN number_series AS series ON series.id = NEW.series_id
      WHERE holder.id = NEW.document_id AND holder.kind = series.kind
        AND holder.number = series.prefix || printf ('%0*d', series.width, NEW.series_number) COLLATE NOCASE)
      THEN RAISE (ABORT, 'number_passed_over: no document has the number')
  END;
END;

DROP TRIGGER document_number_is_next;
CREATE TRIGGER document_number_is_next BEFORE INSERT ON document WHEN NEW.series_id IS NOT NULL BEGIN
  SELECT CASE
    WHEN NEW.series_number IS NOT (
      SELECT max (first_number,
        coalesce ((SELECT max (series_number) FROM document WHERE series_id = NEW.series_id) + 1, 0),
        coalesce ((SELECT max (series_number) FROM number_passed_over WHERE series_id = NEW.series_id) + 1, 0))
      FROM number_series WHERE id = NEW.series_id AND kind = NEW.kind)
      THEN RAISE (ABORT, 'document: the number is not the next of its series')
    WHEN (SELECT year FROM number_series WHERE id = NEW.series_id) <> CAST (substr (NEW.document_date, 1, 4) AS INTEGER)
      THEN RAISE (ABORT, 'document: its series numbers another year')
  END;
END;

CREATE TRIGGER number_series_kept BEFORE DELETE ON number_series BEGIN SELECT RAISE (ABORT, 'number_series: a series is kept'); END;
CREATE TRIGGER number_series_fixed BEFORE UPDATE ON number_series
WHEN EXISTS (SELECT 1 FROM document WHERE series_id = OLD.id)
  OR EXISTS (SELECT 1 FROM number_passed_over WHERE series_id = OLD.id)
  OR (OLD.kind = 'parked_receipt' AND EXISTS (SELECT 1 FROM parked_receipt WHERE device_id = OLD.device_id)) BEGIN
  SELECT RAISE (ABORT, 'number_series: a series in use is not changed');
END;
-- So that machines that never met give no number twice.
CREATE TRIGGER number_series_of_one_device BEFORE INSERT ON number_series
WHEN EXISTS (SELECT 1 FROM number_series WHERE kind = NEW.kind AND prefix = NEW.prefix AND device_id <> NEW.device_id) BEGIN
  SELECT RAISE (ABORT, 'number_series: another device numbers with this prefix');
END;
-- A device has one series of them: what is parked names the device alone.
CREATE TRIGGER number_series_of_parked_receipts BEFORE INSERT ON number_series
WHEN NEW.kind = 'parked_receipt'
  AND EXISTS (SELECT 1 FROM number_series WHERE kind = NEW.kind AND device_id = NEW.device_id) BEGIN
  SELECT RAISE (ABORT, 'number_series: the device has its series of unidentified receipts');
END;
