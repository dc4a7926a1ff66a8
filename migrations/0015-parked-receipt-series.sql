-- Parked receipts are numbered by a series of the device, like documents. Which kinds have a series is the contract's to
-- say, not a CHECK's. Documents refer to the table: within the transaction its rows are gone only until they are back.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE kept_series AS SELECT * FROM number_series;
DROP TABLE number_series;
CREATE TABLE number_series (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind <> ''),
  device_id INTEGER NOT NULL REFERENCES device (id),
  prefix TEXT NOT NULL,
  width INTEGER NOT NULL CHECK (width BETWEEN 1 AND 12),
  first_number INTEGER NOT NULL CHECK (first_number >= 0),
  UNIQUE (kind, device_id),
  UNIQUE (kind, prefix)
) STRICT;
INSERT INTO number_series (id, uid, kind, device_id, prefix, width, first_number)
SELECT id, uid, kind, device_id, prefix, width, first_number FROM kept_series;
DROP TABLE kept_series;

CREATE TRIGGER number_series_kept BEFORE DELETE ON number_series BEGIN SELECT RAISE (ABORT, 'number_series: a series is kept'); END;
CREATE TRIGGER number_series_fixed BEFORE UPDATE ON number_series
WHEN EXISTS (SELECT 1 FROM document WHERE series_id = OLD.id)
  OR (OLD.kind = 'parked_receipt' AND EXISTS (SELECT 1 FROM parked_receipt WHERE device_id = OLD.device_id)) BEGIN
  SELECT RAISE (ABORT, 'number_series: a series in use is not changed');
END;

-- A device has one series of them: naming the device names the series.
DROP TRIGGER parked_receipt_number_is_next;
CREATE TRIGGER parked_receipt_number_is_next BEFORE INSERT ON parked_receipt
WHEN NEW.series_number IS NOT coalesce (
  (SELECT max (series_number) FROM parked_receipt WHERE device_id = NEW.device_id) + 1,
  (SELECT first_number FROM number_series WHERE kind = 'parked_receipt' AND device_id = NEW.device_id)) BEGIN
  SELECT RAISE (ABORT, 'parked_receipt: the number is not the next');
END;
