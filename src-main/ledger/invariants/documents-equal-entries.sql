-- Each document opened its item by its total, in both currencies, on its date
-- thorough
SELECT document.id FROM document
WHERE (document.total, document.base_total) IS NOT (
  SELECT coalesce(sum(amount), 0), coalesce(sum(base_amount), 0) FROM entry
  WHERE item_id = document.id AND posting_id = document.posting_id AND application_id IS NULL
    AND posting_date = document.document_date)
