-- Each open item is what its document and entries say
-- thorough
WITH rebuilt AS (
  SELECT document.id AS document_id, document.customer_id, document.currency, document.document_date, document.due_date,
    document.total AS amount,
    (SELECT count(*) FROM instalment WHERE instalment.document_id = document.id) AS instalments,
    coalesce(min(iif(entry.application_id IS NULL, NULL, entry.posting_date)), '9999-12-31') AS first_applied_on,
    max(document.document_date, max(iif(entry.amount = 0, document.document_date, entry.posting_date))) AS last_entry_on,
    iif(sum(entry.amount) = 0, max(document.document_date, max(iif(entry.amount = 0, document.document_date, entry.posting_date))),
      '9999-12-31') AS closed_on
  FROM document LEFT JOIN entry ON entry.item_id = document.id
  GROUP BY document.id
)
SELECT document_id FROM rebuilt LEFT JOIN open_item USING (document_id)
WHERE (open_item.customer_id, open_item.currency, open_item.document_date, open_item.due_date, open_item.amount,
    open_item.instalments, open_item.first_applied_on, open_item.last_entry_on, open_item.closed_on)
  IS NOT (rebuilt.customer_id, rebuilt.currency, rebuilt.document_date, rebuilt.due_date, rebuilt.amount,
    rebuilt.instalments, rebuilt.first_applied_on, rebuilt.last_entry_on, rebuilt.closed_on)
