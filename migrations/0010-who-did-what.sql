-- Who did what. A command that changes a record keeps what it changed as it was before, by field, as JSON: the log had only
-- what was entered. Commands of before have none; what they changed is found in the commands before them.
ALTER TABLE command_log ADD COLUMN before TEXT CHECK (before IS NULL OR json_valid (before));

-- Of each person and kind of command the newest first: seq is the row's key and so the index's last column.
CREATE INDEX command_log_by_person ON command_log (user_id, name);

-- The commands of a day (UTC). A clock that is set back makes days overlap, so that times alone do not find a row.
CREATE TABLE command_day (
  day TEXT PRIMARY KEY CHECK (length(day) = 10),
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER command_log_has_a_day AFTER INSERT ON command_log BEGIN
  INSERT INTO command_day (day, first_seq, last_seq) VALUES (substr(NEW.recorded_at, 1, 10), NEW.seq, NEW.seq)
  ON CONFLICT (day) DO UPDATE SET last_seq = NEW.seq;
END;

INSERT INTO command_day (day, first_seq, last_seq)
SELECT substr(recorded_at, 1, 10), min(seq), max(seq) FROM command_log GROUP BY 1;

-- What each command was about: customers, documents and records of Setup. It is worked out from the facts and the log, and so
-- is no fact itself. Of an unidentified receipt, which is no document, its amount is here too.
CREATE TABLE command_subject (
  kind TEXT NOT NULL CHECK (kind <> ''),
  record_id INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (kind, record_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER document_is_a_subject AFTER INSERT ON document BEGIN
  INSERT OR IGNORE INTO command_subject (kind, record_id, seq) VALUES
    ('customer', NEW.customer_id, NEW.command_seq),
    ('document', NEW.id, NEW.command_seq);
  INSERT OR IGNORE INTO command_subject (kind, record_id, seq)
  SELECT 'document', NEW.reverses_id, NEW.command_seq WHERE NEW.reverses_id IS NOT NULL;
  INSERT OR IGNORE INTO command_subject (kind, record_id, seq)
  SELECT 'document', NEW.credits_id, NEW.command_seq WHERE NEW.credits_id IS NOT NULL;
END;

CREATE TRIGGER application_has_subjects AFTER INSERT ON application BEGIN
  INSERT OR IGNORE INTO command_subject (kind, record_id, seq) VALUES
    ('document', NEW.credit_id, NEW.command_seq),
    ('document', NEW.debit_id, NEW.command_seq);
  INSERT OR IGNORE INTO command_subject (kind, record_id, seq)
  SELECT 'customer', customer_id, NEW.command_seq FROM document WHERE id IN (NEW.credit_id, NEW.debit_id);
END;

CREATE TRIGGER unidentified_receipt_is_a_subject AFTER INSERT ON unidentified_receipt BEGIN
  INSERT OR IGNORE INTO command_subject (kind, record_id, seq) VALUES
    ('unidentified_receipt', NEW.id, NEW.command_seq),
    ('amount', NEW.amount, NEW.command_seq);
END;

CREATE TRIGGER unidentified_receipt_end_is_a_subject AFTER INSERT ON unidentified_receipt_end BEGIN
  INSERT OR IGNORE INTO command_subject (kind, record_id, seq)
  VALUES ('unidentified_receipt', NEW.unidentified_id, NEW.command_seq);
END;

-- What was done before: of the facts, and of the commands whose record no fact names. In the order of the key, which is quicker.
INSERT OR IGNORE INTO command_subject (kind, record_id, seq)
SELECT 'customer', customer_id, command_seq FROM document
UNION SELECT 'document', id, command_seq FROM document
UNION SELECT 'document', reverses_id, command_seq FROM document WHERE reverses_id IS NOT NULL
UNION SELECT 'document', credits_id, command_seq FROM document WHERE credits_id IS NOT NULL
UNION SELECT 'document', credit_id, command_seq FROM application
UNION SELECT 'document', debit_id, command_seq FROM application
UNION SELECT 'customer', d.customer_id, a.command_seq FROM application AS a JOIN document AS d ON d.id = a.credit_id
UNION SELECT 'customer', d.customer_id, a.command_seq FROM application AS a JOIN document AS d ON d.id = a.debit_id
UNION SELECT 'unidentified_receipt', id, command_seq FROM unidentified_receipt
UNION SELECT 'unidentified_receipt', unidentified_id, command_seq FROM unidentified_receipt_end
UNION SELECT 'amount', amount, command_seq FROM unidentified_receipt
ORDER BY 1, 2, 3;

INSERT OR IGNORE INTO command_subject (kind, record_id, seq)
SELECT
  CASE
    WHEN name LIKE 'customers.%' THEN 'customer'
    WHEN name LIKE 'openItems.%' THEN 'document'
    WHEN name LIKE 'terms.%' THEN 'terms'
    WHEN name LIKE 'taxCodes.%' THEN 'tax_code'
    WHEN name LIKE 'products.%' THEN 'product'
    WHEN name LIKE 'accounts.%' THEN 'account'
    WHEN name LIKE 'reasonCodes.%' THEN 'reason_code'
    WHEN name LIKE 'people.%' THEN 'person'
    WHEN name LIKE 'recurring.%' THEN 'recurring'
    ELSE 'receipt_batch'
  END,
  coalesce(json_extract(input, '$.id'), json_extract(input, '$.documentId'), json_extract(input, '$.existing.id'),
    json_extract(result, '$.id')),
  seq
FROM command_log
WHERE name IN ('customers.create', 'customers.update', 'openItems.hold', 'terms.create', 'terms.rename', 'taxCodes.create',
  'taxCodes.createGroup', 'taxCodes.rename', 'products.create', 'products.update', 'accounts.create', 'accounts.rename',
  'reasonCodes.create', 'reasonCodes.update', 'people.create', 'people.update', 'people.setPin', 'recurring.save',
  'recurring.setPaused', 'recurring.end', 'receiptBatches.open', 'receiptBatches.update', 'receiptBatches.close',
  'receiptBatches.reopen');

INSERT OR IGNORE INTO command_subject (kind, record_id, seq)
SELECT
  CASE
    WHEN name LIKE 'company.%' THEN 'company'
    WHEN name LIKE 'limits.%' THEN 'limits'
    WHEN name LIKE 'numberSeries.%' THEN 'number_series'
    ELSE 'rates'
  END,
  1,
  seq
FROM command_log
WHERE name IN ('company.create', 'company.update', 'company.setClosingDate', 'limits.set', 'numberSeries.change', 'rates.set',
  'rates.remove', 'rates.setQuote');

INSERT OR IGNORE INTO command_subject (kind, record_id, seq)
SELECT 'recurring', json_extract(named.value, '$.recurringId'), seq
FROM command_log, json_each(input, '$.occurrences') AS named
WHERE name IN ('recurring.post', 'recurring.skip', 'recurring.restore');
