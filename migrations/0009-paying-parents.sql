-- One customer may pay for others: a paying parent, one level deep, in one currency.

ALTER TABLE customer ADD COLUMN paying_parent_id INTEGER REFERENCES customer (id);

CREATE INDEX customer_by_paying_parent ON customer (paying_parent_id) WHERE paying_parent_id IS NOT NULL;

CREATE TRIGGER customer_paying_parent_added BEFORE INSERT ON customer WHEN NEW.paying_parent_id IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'customer: a paying parent is another customer of the same currency that pays for itself')
  WHERE NEW.paying_parent_id IS NEW.id OR NOT EXISTS (
    SELECT 1 FROM customer AS parent
    WHERE parent.id = NEW.paying_parent_id AND parent.paying_parent_id IS NULL AND parent.currency = NEW.currency);
END;

CREATE TRIGGER customer_paying_parent_changed BEFORE UPDATE OF paying_parent_id, currency ON customer
WHEN NEW.paying_parent_id IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'customer: a paying parent is another customer of the same currency that pays for itself')
  WHERE NEW.paying_parent_id = NEW.id OR NOT EXISTS (
    SELECT 1 FROM customer AS parent
    WHERE parent.id = NEW.paying_parent_id AND parent.paying_parent_id IS NULL AND parent.currency = NEW.currency);
  SELECT RAISE (ABORT, 'customer: a paying parent has no paying parent of its own')
  WHERE EXISTS (SELECT 1 FROM customer AS child WHERE child.paying_parent_id = NEW.id);
END;

CREATE TRIGGER customer_paying_parent_currency BEFORE UPDATE OF currency ON customer
WHEN OLD.currency <> NEW.currency BEGIN
  SELECT RAISE (ABORT, 'customer: a paying parent has the currency of those it pays for')
  WHERE EXISTS (SELECT 1 FROM customer AS child WHERE child.paying_parent_id = NEW.id);
END;

-- An application stays within what both sides have open, within one currency and within the customers of one payer.
-- Who pays is looked up only where the customers differ.
DROP TRIGGER application_rules;
CREATE TRIGGER application_rules BEFORE INSERT ON application WHEN NEW.reverses_id IS NULL BEGIN
  SELECT CASE
    WHEN debit.document_id IS NULL OR credit.document_id IS NULL
      THEN RAISE (ABORT, 'application: it names no open item')
    WHEN debit.amount <= 0 OR credit.amount >= 0
      THEN RAISE (ABORT, 'application: it needs a credit item and a debit item')
    WHEN debit.currency <> credit.currency
      THEN RAISE (ABORT, 'application: the items differ in customer or currency')
    WHEN debit.customer_id <> credit.customer_id
      AND (SELECT coalesce(paying_parent_id, id) FROM customer WHERE id = debit.customer_id)
        IS NOT (SELECT coalesce(paying_parent_id, id) FROM customer WHERE id = credit.customer_id)
      THEN RAISE (ABORT, 'application: the items differ in customer or currency')
    WHEN NEW.effective_date < max (debit.document_date, credit.document_date)
      THEN RAISE (ABORT, 'application: it is dated before a document')
    WHEN NEW.amount + NEW.discount + NEW.write_off > debit.balance
      THEN RAISE (ABORT, 'application: more than the debit item has open')
    WHEN NEW.amount > -credit.balance
      THEN RAISE (ABORT, 'application: more than the credit item has open')
  END
  FROM (SELECT 1)
  LEFT JOIN open_item AS debit ON debit.document_id = NEW.debit_id
  LEFT JOIN open_item AS credit ON credit.document_id = NEW.credit_id;
END;
