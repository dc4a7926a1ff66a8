-- Each open item is what its document and entries say
-- thorough
SELECT document.id FROM document
LEFT JOIN open_item ON open_item.document_id = document.id
LEFT JOIN entry ON entry.item_id = document.id
GROUP BY document.id
HAVING (open_item.customer_id, open_item.currency, open_item.document_date, open_item.due_date, open_item.amount,
    open_item.instalments, open_item.first_applied_on, open_item.last_entry_on, open_item.closed_on)
  IS NOT (document.customer_id, document.currency, document.document_date, document.due_date, document.total,
    (SELECT count(*) FROM instalment WHERE instalment.document_id = document.id),
    coalesce(min(iif(entry.application_id IS NULL, NULL, entry.posting_date)), '9999-12-31'),
    max(document.document_date, max(iif(entry.amount = 0, document.document_date, entry.posting_date))),
    iif(sum(entry.amount) = 0, max(document.document_date, max(iif(entry.amount = 0, document.document_date, entry.posting_date))),
      '9999-12-31'))
