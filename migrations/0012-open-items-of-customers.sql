-- The customer list adds up what each customer has open, 30,000 items on a page of large ones. With all that it adds up in the index,
-- by currency, it reads the index alone and in its order. Only open items are in it: it stays small.
DROP INDEX open_item_by_customer;
CREATE INDEX open_item_by_customer ON open_item (customer_id, currency, due_date, document_id, document_date, amount, balance,
  first_applied_on, last_entry_on, instalments) WHERE closed_on = '9999-12-31';
