-- The currencies of a customer are those of its documents
-- thorough
SELECT customer_id, currency FROM (SELECT DISTINCT customer_id, currency FROM document EXCEPT SELECT customer_id, currency FROM customer_currency)
UNION ALL
SELECT customer_id, currency FROM (SELECT customer_id, currency FROM customer_currency EXCEPT SELECT customer_id, currency FROM document)
