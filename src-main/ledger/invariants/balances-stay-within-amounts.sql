-- No item was settled beyond its amount on any day
-- thorough
SELECT item_id, posting_date, running FROM (
  SELECT entry.item_id, entry.posting_date, open_item.amount,
    sum(entry.amount) OVER (PARTITION BY entry.item_id ORDER BY entry.posting_date RANGE UNBOUNDED PRECEDING) AS running
  FROM entry JOIN open_item ON open_item.document_id = entry.item_id
  WHERE open_item.first_applied_on <> '9999-12-31'
)
WHERE iif(amount >= 0, running NOT BETWEEN 0 AND amount, running NOT BETWEEN amount AND 0)
