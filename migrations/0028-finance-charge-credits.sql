-- What a credit note took back of a finance charge because late news made it too much, by item. Minor units of the charge's
-- currency. A voided credit note counts no more.
CREATE TABLE finance_charge_credit (
  document_id INTEGER NOT NULL REFERENCES document (id),
  charge_id INTEGER NOT NULL REFERENCES document (id),
  item_id INTEGER NOT NULL REFERENCES document (id),
  amount INTEGER NOT NULL CHECK (amount > 0),
  PRIMARY KEY (document_id, item_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX finance_charge_credit_by_charge ON finance_charge_credit (charge_id, item_id);

CREATE TRIGGER finance_charge_credit_no_update BEFORE UPDATE ON finance_charge_credit BEGIN SELECT RAISE (ABORT, 'finance_charge_credit: facts are never changed'); END;
CREATE TRIGGER finance_charge_credit_no_delete BEFORE DELETE ON finance_charge_credit BEGIN SELECT RAISE (ABORT, 'finance_charge_credit: facts are never deleted'); END;
CREATE TRIGGER finance_charge_credit_before_posting BEFORE INSERT ON finance_charge_credit
WHEN EXISTS (SELECT 1 FROM posting WHERE id = (SELECT posting_id FROM document WHERE id = NEW.document_id)) BEGIN
  SELECT RAISE (ABORT, 'finance_charge_credit: the document is posted');
END;
CREATE TRIGGER finance_charge_credit_of_charge BEFORE INSERT ON finance_charge_credit
WHEN NEW.charge_id IS NOT (SELECT credits_id FROM document WHERE id = NEW.document_id AND kind = 'credit_note') BEGIN
  SELECT RAISE (ABORT, 'finance_charge_credit: the credit note credits another document');
END;
CREATE TRIGGER finance_charge_credit_within BEFORE INSERT ON finance_charge_credit BEGIN
  SELECT RAISE (ABORT, 'finance_charge_credit: more than the item was charged')
  WHERE NEW.amount + (
    SELECT coalesce(sum(earlier.amount), 0) FROM finance_charge_credit AS earlier
    WHERE earlier.charge_id = NEW.charge_id AND earlier.item_id = NEW.item_id
      AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = earlier.document_id)
  ) > coalesce((SELECT interest + fee FROM finance_charge_item WHERE document_id = NEW.charge_id AND item_id = NEW.item_id), 0);
END;

-- The newest charges are looked through for those that late news has made wrong.
CREATE INDEX finance_charge_item_by_day ON finance_charge_item (charged_until, item_id, document_id);

-- A finance charge that came to too much is credited like an invoice, but not by its lines.
DROP TRIGGER document_credits_invoice;
CREATE TRIGGER document_credits_invoice BEFORE INSERT ON document WHEN NEW.credits_id IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'document: only a credit note credits an invoice, of the same customer and currency, and not before it')
  WHERE NEW.kind <> 'credit_note' OR NOT EXISTS (
    SELECT 1 FROM document AS invoice
    WHERE invoice.id = NEW.credits_id AND invoice.kind IN ('invoice', 'debit_note', 'finance_charge')
      AND invoice.reverses_id IS NULL AND invoice.customer_id = NEW.customer_id AND invoice.currency = NEW.currency
      AND invoice.document_date <= NEW.document_date);
END;
