-- The currencies of a customer are those of its documents
-- thorough
SELECT document.customer_id, document.currency FROM document
WHERE NOT EXISTS (
  SELECT 1 FROM customer_currency AS named
  WHERE named.customer_id = document.customer_id AND named.currency = document.currency)
UNION ALL
SELECT named.customer_id, named.currency FROM customer_currency AS named
WHERE NOT EXISTS (
  SELECT 1 FROM document WHERE document.customer_id = named.customer_id AND document.currency = named.currency)
