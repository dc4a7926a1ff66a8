-- A series passes over a number that looks like one another document has, and all that follow it without a gap in one step:
-- after 50,000 imported invoices the first one of the series must not take 50,000 steps.

-- Null where one number was passed over. The document named is that of the first.
ALTER TABLE number_passed_over ADD COLUMN through INTEGER CHECK (through > series_number);

-- Numbers that documents brought with them, as runs without a gap: a number is what is before its last digits, as it is
-- compared, and those digits. Derived from the documents, and kept by the trigger below.
CREATE TABLE number_taken (
  kind TEXT NOT NULL,
  stem TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL CHECK (last >= first),
  PRIMARY KEY (kind, stem, first)
) STRICT, WITHOUT ROWID;

INSERT INTO number_taken (kind, stem, first, last)
SELECT kind, stem, min(number), max(number)
FROM (
  SELECT kind, stem, number, number - row_number() OVER (PARTITION BY kind, stem ORDER BY number) AS run
  FROM (
    SELECT DISTINCT kind, rtrim(number_key, '0123456789') AS stem,
      CAST (substr(number_key, length(rtrim(number_key, '0123456789')) + 1) AS INTEGER) AS number
    FROM document
    WHERE series_id IS NULL AND reverses_id IS NULL
      AND length(number_key) - length(rtrim(number_key, '0123456789')) BETWEEN 1 AND 15
  )
)
GROUP BY kind, stem, run;

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

DROP TRIGGER number_passed_over_is_next;
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

DROP TRIGGER document_number_is_next;
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
