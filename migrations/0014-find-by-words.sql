-- What a customer is found by besides code and name: contacts, phones, e-mail addresses and places. A phone stands there as it
-- was typed, as one run of digits, and as its last ten and seven:
-- without the code of the country, and of the city.
CREATE VIEW customer_words AS
SELECT c.id AS customer_id, c.phone || ' ' || c.email || ' ' || c.tax_number || ' ' || (
    SELECT coalesce (group_concat (line1 || ' ' || line2 || ' ' || city || ' ' || region || ' ' || postal_code, ' '), '')
    FROM customer_address WHERE customer_id = c.id
  ) || ' ' || (
    SELECT coalesce (group_concat (name || ' ' || role || ' ' || phone || ' ' || email, ' '), '')
    FROM contact WHERE customer_id = c.id
  ) || ' ' || (
    SELECT coalesce (group_concat (digits || ' ' || substr (digits, -10) || ' ' || substr (digits, -7), ' '), '') FROM (
      SELECT replace (replace (replace (replace (replace (replace (replace (phone, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), '/', ''), '+', '') AS digits
      FROM (SELECT c.phone AS phone UNION SELECT phone FROM contact WHERE customer_id = c.id)
    )
  ) AS words
FROM customer AS c;

CREATE VIRTUAL TABLE customer_words_search USING fts5 (
  words, content = '', contentless_delete = 1, detail = none, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4 5'
);

INSERT INTO customer_words_search (rowid, words) SELECT customer_id, words FROM customer_words;

-- The words of a document: its reference, its memo, and what it bills.
CREATE VIEW document_words AS
SELECT d.id AS document_id, d.command_seq, d.reference || ' ' || d.memo || ' ' || (
    SELECT coalesce (group_concat (l.description || ' ' || coalesce (p.code, ''), ' '), '')
    FROM document_line AS l LEFT JOIN product AS p ON p.id = l.product_id WHERE l.document_id = d.id
  ) AS words
FROM document AS d;

-- Filled when nobody posts, so that a posting does not wait for it.
CREATE VIRTUAL TABLE document_words_search USING fts5 (
  words, content = '', contentless_delete = 1, detail = none, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4 5 6'
);

-- The last document whose words are in it, in the order in which the file got them.
CREATE TABLE document_words_until (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq INTEGER NOT NULL,
  document_id INTEGER NOT NULL
) STRICT;

INSERT INTO document_words_until (id, seq, document_id) VALUES (1, 0, 0);

-- What is still open of a document is exactly an amount. Only open items are in it: it stays small.
CREATE INDEX open_item_by_balance ON open_item (balance) WHERE closed_on = '9999-12-31';
