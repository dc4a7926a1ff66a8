-- The most a customer may owe in one currency, in its minor units; without a row there is none. customer.credit_limit is what
-- all currencies together may come to.
CREATE TABLE customer_currency_limit (
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  credit_limit INTEGER NOT NULL CHECK (credit_limit BETWEEN 0 AND 9000000000000000),
  PRIMARY KEY (customer_id, currency)
) STRICT, WITHOUT ROWID;
