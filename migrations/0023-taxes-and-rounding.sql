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

-- What documents were taxed by stays.
CREATE TRIGGER tax_code_component_no_update BEFORE UPDATE ON tax_code_component BEGIN SELECT RAISE (ABORT, 'tax_code_component: the taxes of a code are never changed'); END;
CREATE TRIGGER tax_code_component_no_delete BEFORE DELETE ON tax_code_component BEGIN SELECT RAISE (ABORT, 'tax_code_component: the taxes of a code are never changed'); END;
CREATE TRIGGER tax_code_component_is_one_tax BEFORE INSERT ON tax_code_component
WHEN EXISTS (SELECT 1 FROM tax_code_component WHERE tax_code_id = NEW.component_id)
  OR EXISTS (SELECT 1 FROM tax_code_component WHERE component_id = NEW.tax_code_id) BEGIN
  SELECT RAISE (ABORT, 'tax_code_component: a code of several taxes is not one of them');
END;

-- Taxes are shown in the order in which they are charged; those of older documents by their codes.
ALTER TABLE document_tax ADD COLUMN position INTEGER NOT NULL DEFAULT 0 CHECK (position >= 0);
CREATE TRIGGER document_tax_apart BEFORE INSERT ON document_tax
WHEN EXISTS (SELECT 1 FROM tax_code_component WHERE tax_code_id = NEW.tax_code_id) BEGIN
  SELECT RAISE (ABORT, 'document_tax: each tax of a code is reported apart');
END;

-- Rounding of what is due to the smallest coin. Of a document's total it is a line of its own, without tax; of cash it is
-- the part of a receipt or refund that no money came for. Amounts are signed as the total.
ALTER TABLE document_line ADD COLUMN is_rounding INTEGER NOT NULL DEFAULT 0
  CHECK (is_rounding = 0 OR (is_rounding = 1 AND tax_code_id IS NULL AND product_id IS NULL));
ALTER TABLE document ADD COLUMN cash_rounding INTEGER NOT NULL DEFAULT 0
  CHECK (cash_rounding = 0 OR (kind IN ('receipt', 'refund') AND method = 'cash' AND abs(cash_rounding) <= abs(total)));

-- A batch counts the money, which differs from what its receipts settle by their rounding.
DROP TRIGGER receipt_batch_ties;
CREATE TRIGGER receipt_batch_ties BEFORE UPDATE OF is_closed ON receipt_batch WHEN OLD.is_closed = 0 AND NEW.is_closed = 1 BEGIN
  SELECT RAISE (ABORT, 'receipt_batch: what was entered is not what was counted')
  FROM (
    SELECT count(*) AS receipts, coalesce(sum(amount), 0) AS total FROM (
      SELECT cash_rounding - total AS amount FROM document
      WHERE batch_id = NEW.id AND reverses_id IS NULL AND NOT EXISTS (
        SELECT 1 FROM document AS void WHERE void.reverses_id = document.id AND void.command_seq < NEW.closed_seq)
      UNION ALL
      SELECT amount FROM parked_receipt
      WHERE batch_id = NEW.id AND NOT EXISTS (
        SELECT 1 FROM parked_receipt_end
        WHERE parked_id = parked_receipt.id AND outcome = 'returned' AND command_seq < NEW.closed_seq))
  ) AS entered
  WHERE entered.receipts <> NEW.control_count OR entered.total <> NEW.control_total;
END;

-- Off until the company says what the law of its place asks for.
UPDATE company SET settings = json_set (settings, '$.cashRounding', 'off', '$.cashRoundingStep', 5, '$.roundingAccountId', NULL);
