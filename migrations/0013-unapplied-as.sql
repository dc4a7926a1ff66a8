-- What the money of a receipt that is not applied is meant to be: on account on purpose, or paid before its invoice.
ALTER TABLE document ADD COLUMN unapplied_as TEXT
  CHECK (unapplied_as IS NULL OR (unapplied_as IN ('on_account', 'prepayment') AND kind = 'receipt'));

-- Posting an invoice looks here for what was paid before it.
CREATE INDEX document_prepayments ON document (customer_id) WHERE unapplied_as = 'prepayment';
