-- What the documents besides invoices and receipts need.

-- The share of the document's own discount in each line, signed as the line; net has it taken off already.
ALTER TABLE document_line ADD COLUMN document_discount INTEGER NOT NULL DEFAULT 0;

-- A credit note made from an invoice names it, and each of its lines the invoice's line that it takes back.
ALTER TABLE document ADD COLUMN credits_id INTEGER REFERENCES document (id);
ALTER TABLE document_line ADD COLUMN credits_line_no INTEGER;

CREATE INDEX document_by_credits ON document (credits_id) WHERE credits_id IS NOT NULL;

CREATE TRIGGER document_credits_invoice BEFORE INSERT ON document WHEN NEW.credits_id IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'document: only a credit note credits an invoice, of the same customer and currency, and not before it')
  WHERE NEW.kind <> 'credit_note' OR NOT EXISTS (
    SELECT 1 FROM document AS invoice
    WHERE invoice.id = NEW.credits_id AND invoice.kind IN ('invoice', 'debit_note') AND invoice.reverses_id IS NULL
      AND invoice.customer_id = NEW.customer_id AND invoice.currency = NEW.currency
      AND invoice.document_date <= NEW.document_date);
END;

CREATE TRIGGER document_line_credits BEFORE INSERT ON document_line WHEN NEW.credits_line_no IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'document_line: more than the invoice line has left to credit')
  WHERE NOT EXISTS (
    SELECT 1 FROM document_line AS line
    WHERE line.document_id = (SELECT credits_id FROM document WHERE id = NEW.document_id)
      AND line.line_no = NEW.credits_line_no
      AND line.quantity + NEW.quantity + (
        SELECT coalesce(sum(earlier.quantity), 0) FROM document AS note
        JOIN document_line AS earlier ON earlier.document_id = note.id
        WHERE note.credits_id = line.document_id AND earlier.credits_line_no = line.line_no
      ) BETWEEN min(line.quantity, 0) AND max(line.quantity, 0));
END;
