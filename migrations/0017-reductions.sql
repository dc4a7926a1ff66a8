-- What lowered a bill without money, so that a credit note gives back no more than was billed and paid.

-- The tax that a discount or a write-off takes along, by tax code: a row for every tax of the document, also of 0. An
-- application without rows took none along. It stands as long as its application does.
CREATE TABLE application_tax (
  application_id INTEGER NOT NULL REFERENCES application (id),
  kind TEXT NOT NULL CHECK (kind IN ('discount', 'write_off', 'adjustment')),
  tax_code_id INTEGER NOT NULL REFERENCES tax_code (id),
  tax INTEGER NOT NULL CHECK (tax BETWEEN -9000000000000000 AND 9000000000000000),
  PRIMARY KEY (application_id, kind, tax_code_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER application_tax_no_update BEFORE UPDATE ON application_tax BEGIN SELECT RAISE (ABORT, 'application_tax: facts are never changed'); END;
CREATE TRIGGER application_tax_no_delete BEFORE DELETE ON application_tax BEGIN SELECT RAISE (ABORT, 'application_tax: facts are never deleted'); END;
CREATE TRIGGER application_tax_before_posting BEFORE INSERT ON application_tax
WHEN EXISTS (SELECT 1 FROM posting WHERE id = (SELECT posting_id FROM application WHERE id = NEW.application_id)) BEGIN
  SELECT RAISE (ABORT, 'application_tax: the application is posted');
END;

-- What a credit note takes back of reductions on the document it credits: it gives back that much less. A row without a
-- tax code is the part before tax, which is also a line of the note; the others are parts of its taxes. A void has the
-- opposite.
CREATE TABLE credit_reduction (
  document_id INTEGER NOT NULL REFERENCES document (id),
  position INTEGER NOT NULL CHECK (position > 0),
  credits_id INTEGER NOT NULL REFERENCES document (id),
  kind TEXT NOT NULL CHECK (kind IN ('discount', 'write_off', 'adjustment')),
  account_id INTEGER NOT NULL REFERENCES account (id),
  with_tax INTEGER NOT NULL CHECK (with_tax IN (0, 1)),
  tax_code_id INTEGER REFERENCES tax_code (id),
  base INTEGER NOT NULL,
  amount INTEGER NOT NULL CHECK (amount BETWEEN -9000000000000000 AND 9000000000000000),
  PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX credit_reduction_by_credited ON credit_reduction (credits_id, kind, amount);

CREATE TRIGGER credit_reduction_no_update BEFORE UPDATE ON credit_reduction BEGIN SELECT RAISE (ABORT, 'credit_reduction: facts are never changed'); END;
CREATE TRIGGER credit_reduction_no_delete BEFORE DELETE ON credit_reduction BEGIN SELECT RAISE (ABORT, 'credit_reduction: facts are never deleted'); END;
CREATE TRIGGER credit_reduction_before_posting BEFORE INSERT ON credit_reduction
WHEN EXISTS (SELECT 1 FROM posting WHERE id = (SELECT posting_id FROM document WHERE id = NEW.document_id)) BEGIN
  SELECT RAISE (ABORT, 'credit_reduction: the document is posted');
END;
CREATE TRIGGER credit_reduction_of_credited BEFORE INSERT ON credit_reduction
WHEN NEW.credits_id IS NOT (SELECT credits_id FROM document WHERE id = NEW.document_id) BEGIN
  SELECT RAISE (ABORT, 'credit_reduction: the credit note credits another document');
END;

-- The credit notes of a document never come to more than it, and a discount or write-off beside them neither. Voids lower
-- what was credited, and are always let through.
CREATE TRIGGER document_credits_within BEFORE INSERT ON document WHEN NEW.credits_id IS NOT NULL AND NEW.reverses_id IS NULL BEGIN
  SELECT RAISE (ABORT, 'document: its credit notes would come to more than it billed')
  WHERE NEW.total + (SELECT total FROM document WHERE id = NEW.credits_id)
    + (SELECT coalesce(sum(note.total), 0) FROM document AS note WHERE note.credits_id = NEW.credits_id)
    - (SELECT coalesce(sum(discount + write_off), 0) FROM application WHERE debit_id = NEW.credits_id) < 0;
END;
CREATE TRIGGER application_gives_within BEFORE INSERT ON application
WHEN NEW.reverses_id IS NULL AND NEW.discount + NEW.write_off > 0
  AND EXISTS (SELECT 1 FROM document WHERE credits_id = NEW.debit_id) BEGIN
  SELECT RAISE (ABORT, 'application: with its credit notes, more would be given away than the document billed')
  WHERE (SELECT total FROM document WHERE id = NEW.debit_id)
    + (SELECT sum(note.total) FROM document AS note WHERE note.credits_id = NEW.debit_id)
    - (SELECT coalesce(sum(discount + write_off), 0) FROM application WHERE debit_id = NEW.debit_id)
    < NEW.discount + NEW.write_off;
END;
CREATE TRIGGER document_tax_credits_within BEFORE INSERT ON document_tax
WHEN (SELECT credits_id IS NOT NULL AND reverses_id IS NULL FROM document WHERE id = NEW.document_id) BEGIN
  SELECT RAISE (ABORT, 'document_tax: more than the credited document billed of this tax')
  WHERE NOT EXISTS (
    SELECT 1 FROM document AS note JOIN document_tax AS billed ON billed.document_id = note.credits_id
    WHERE note.id = NEW.document_id AND billed.tax_code_id = NEW.tax_code_id
      AND billed.tax + NEW.tax + (
        SELECT coalesce(sum(earlier.tax), 0) FROM document AS other
        JOIN document_tax AS earlier ON earlier.document_id = other.id
        WHERE other.credits_id = note.credits_id AND earlier.tax_code_id = NEW.tax_code_id
      ) BETWEEN min(billed.tax, 0) AND max(billed.tax, 0));
END;

-- Whether a write-off takes its tax along is the law's to say: no, until the company says so.
UPDATE company SET settings = json_set (settings, '$.writeOffReducesTax', json ('false'));
