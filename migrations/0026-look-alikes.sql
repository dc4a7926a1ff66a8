-- Codes and numbers that a clerk cannot tell apart are asked about before a second one is made. What two such have in
-- common (no case, spaces, accents, leading zeros, invisible characters) is kept beside each as a key, since SQL alone
-- cannot work it out; look_alike_key is the program's own function, known to migrations only. What is stored later comes
-- with its key; NULL stands for none.

ALTER TABLE customer ADD COLUMN code_key TEXT;
ALTER TABLE account ADD COLUMN code_key TEXT;
ALTER TABLE terms ADD COLUMN code_key TEXT;
ALTER TABLE tax_code ADD COLUMN code_key TEXT;
ALTER TABLE product ADD COLUMN code_key TEXT;
ALTER TABLE reason_code ADD COLUMN code_key TEXT;
ALTER TABLE document ADD COLUMN number_key TEXT;
-- Of a check: the customer's earlier receipts are searched for its number.
ALTER TABLE document ADD COLUMN check_key TEXT;

UPDATE customer SET code_key = look_alike_key (code);
UPDATE account SET code_key = look_alike_key (code);
UPDATE terms SET code_key = look_alike_key (code);
UPDATE tax_code SET code_key = look_alike_key (code);
UPDATE product SET code_key = look_alike_key (code);
UPDATE reason_code SET code_key = look_alike_key (code);

-- A key is no fact of its own: it follows from the number. The rule is back before anything else is written.
DROP TRIGGER document_no_update;
UPDATE document SET
  number_key = look_alike_key (number),
  check_key = iif (kind = 'receipt' AND method = 'check' AND reference <> '', look_alike_key (reference), NULL);
CREATE TRIGGER document_no_update BEFORE UPDATE ON document BEGIN SELECT RAISE (ABORT, 'document: facts are never changed'); END;

CREATE INDEX customer_by_code_key ON customer (code_key);
CREATE INDEX account_by_code_key ON account (code_key);
CREATE INDEX terms_by_code_key ON terms (code_key);
CREATE INDEX tax_code_by_code_key ON tax_code (code_key);
CREATE INDEX product_by_code_key ON product (code_key);
CREATE INDEX reason_code_by_code_key ON reason_code (code_key);
CREATE INDEX document_by_number_key ON document (number_key);
CREATE INDEX document_by_check_key ON document (customer_id, check_key) WHERE check_key IS NOT NULL;

-- Thousands are set apart before every third digit, or as in India (1,00,000.00).
UPDATE company SET settings = json_set (settings, '$.digitGrouping', 'thousands');
