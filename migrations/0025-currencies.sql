-- A customer may be billed in several currencies: each document carries its own, the customer's is what is proposed.

-- Projection: the currencies that a customer has documents in. Reports ask it which currencies there are, instead of every
-- document.
CREATE TABLE customer_currency (
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  PRIMARY KEY (customer_id, currency)
) STRICT, WITHOUT ROWID;

CREATE INDEX customer_currency_by_currency ON customer_currency (currency, customer_id);

-- Until now all documents of a customer were in the customer's currency.
INSERT INTO customer_currency (customer_id, currency)
SELECT id, currency FROM customer WHERE EXISTS (SELECT 1 FROM document WHERE document.customer_id = customer.id);

CREATE TRIGGER document_names_currency AFTER INSERT ON document BEGIN
  INSERT INTO customer_currency (customer_id, currency) VALUES (NEW.customer_id, NEW.currency) ON CONFLICT DO NOTHING;
END;

-- What a customer owes in one currency is moved by postings in it alone.
CREATE TRIGGER posting_in_currency_of_items BEFORE INSERT ON posting BEGIN
  SELECT RAISE (ABORT, 'posting: an entry of an open item is in another currency than the item')
  WHERE EXISTS (
    SELECT 1 FROM entry CROSS JOIN open_item ON open_item.document_id = entry.item_id
    WHERE entry.posting_id = NEW.id AND open_item.currency <> NEW.currency);
END;

-- Money in one currency may settle items in another. amount is then in the credit's currency and debit_amount what it
-- settles in the debit's, where discount and write_off are too; NULL where both are in one currency. Each side has a
-- posting in its own currency: posting_id is the credit's, debit_posting_id the debit's. What carries no money has the
-- debit's alone, as posting_id.
ALTER TABLE application ADD COLUMN debit_amount INTEGER;
ALTER TABLE application ADD COLUMN debit_posting_id INTEGER REFERENCES posting (id) DEFERRABLE INITIALLY DEFERRED;

CREATE INDEX application_by_debit_posting ON application (debit_posting_id) WHERE debit_posting_id IS NOT NULL;

-- An application stays within what both sides have open, each in its own currency, and within the customers of one payer.
-- Who pays is looked up only where the customers differ.
DROP TRIGGER application_rules;
CREATE TRIGGER application_rules BEFORE INSERT ON application WHEN NEW.reverses_id IS NULL BEGIN
  SELECT CASE
    WHEN debit.document_id IS NULL OR credit.document_id IS NULL
      THEN RAISE (ABORT, 'application: it names no open item')
    WHEN debit.amount <= 0 OR credit.amount >= 0
      THEN RAISE (ABORT, 'application: it needs a credit item and a debit item')
    WHEN (debit.currency <> credit.currency) <> (NEW.debit_amount IS NOT NULL)
      THEN RAISE (ABORT, 'application: between two currencies, and only there, it has an amount in each')
    WHEN NEW.debit_amount IS NOT NULL
      AND (NEW.debit_amount < 0 OR (NEW.debit_amount = 0) <> (NEW.amount = 0))
      THEN RAISE (ABORT, 'application: money settles something in the other currency')
    WHEN (NEW.debit_posting_id IS NOT NULL) <> (coalesce (NEW.debit_amount, 0) <> 0)
      THEN RAISE (ABORT, 'application: between two currencies, and only there, it has a posting in each')
    WHEN debit.customer_id <> credit.customer_id
      AND (SELECT coalesce(paying_parent_id, id) FROM customer WHERE id = debit.customer_id)
        IS NOT (SELECT coalesce(paying_parent_id, id) FROM customer WHERE id = credit.customer_id)
      THEN RAISE (ABORT, 'application: the items differ in customer')
    WHEN NEW.effective_date < max (debit.document_date, credit.document_date)
      THEN RAISE (ABORT, 'application: it is dated before a document')
    WHEN coalesce (NEW.debit_amount, NEW.amount) + NEW.discount + NEW.write_off > debit.balance
      THEN RAISE (ABORT, 'application: more than the debit item has open')
    WHEN NEW.amount > -credit.balance
      THEN RAISE (ABORT, 'application: more than the credit item has open')
  END
  FROM (SELECT 1)
  LEFT JOIN open_item AS debit ON debit.document_id = NEW.debit_id
  LEFT JOIN open_item AS credit ON credit.document_id = NEW.credit_id;
END;

DROP TRIGGER application_reversal_mirrors;
CREATE TRIGGER application_reversal_mirrors BEFORE INSERT ON application WHEN NEW.reverses_id IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'application: an unapplication mirrors what it reverses')
  WHERE NOT EXISTS (
    SELECT 1 FROM application AS original
    WHERE original.id = NEW.reverses_id AND original.reverses_id IS NULL
      AND original.credit_id = NEW.credit_id AND original.debit_id = NEW.debit_id AND original.amount = -NEW.amount
      AND original.discount = -NEW.discount AND original.write_off = -NEW.write_off
      AND original.debit_amount IS -NEW.debit_amount
      AND (original.debit_posting_id IS NULL) = (NEW.debit_posting_id IS NULL)
      AND original.effective_date <= NEW.effective_date);
END;

-- A paying parent pays for customers of any currency: what it pays settles theirs across currencies as its own.
DROP TRIGGER customer_paying_parent_currency;
DROP TRIGGER customer_paying_parent_added;
DROP TRIGGER customer_paying_parent_changed;
CREATE TRIGGER customer_paying_parent_added BEFORE INSERT ON customer WHEN NEW.paying_parent_id IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'customer: a paying parent is another customer that pays for itself')
  WHERE NEW.paying_parent_id IS NEW.id OR NOT EXISTS (
    SELECT 1 FROM customer AS parent WHERE parent.id = NEW.paying_parent_id AND parent.paying_parent_id IS NULL);
END;
CREATE TRIGGER customer_paying_parent_changed BEFORE UPDATE OF paying_parent_id ON customer
WHEN NEW.paying_parent_id IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'customer: a paying parent is another customer that pays for itself')
  WHERE NEW.paying_parent_id = NEW.id OR NOT EXISTS (
    SELECT 1 FROM customer AS parent WHERE parent.id = NEW.paying_parent_id AND parent.paying_parent_id IS NULL);
  SELECT RAISE (ABORT, 'customer: a paying parent has no paying parent of its own')
  WHERE EXISTS (SELECT 1 FROM customer AS child WHERE child.paying_parent_id = NEW.id);
END;

-- A draft's total is in its own currency; NULL is the customer's.
ALTER TABLE draft ADD COLUMN currency TEXT CHECK (currency IS NULL OR length(currency) = 3);
DROP INDEX draft_by_customer;
CREATE INDEX draft_by_customer ON draft (customer_id, total, currency) WHERE total IS NOT NULL;

-- A recurring invoice keeps the currency it was entered in, whatever becomes of the customer's.
UPDATE recurring_invoice
SET body = json_set (body, '$.currency', (SELECT currency FROM customer WHERE customer.id = recurring_invoice.customer_id));
