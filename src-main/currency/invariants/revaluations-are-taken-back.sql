-- Only revaluations move base amounts alone, and each is taken back on the next day
-- thorough
SELECT entry.posting_id, entry.line_no FROM entry
WHERE entry.item_id IS NOT NULL AND entry.amount = 0 AND entry.base_amount <> 0
  AND entry.posting_id NOT IN (SELECT posting_id FROM revaluation UNION ALL SELECT reversal_posting_id FROM revaluation)
UNION ALL
SELECT entry.posting_id, entry.line_no FROM revaluation
JOIN entry ON entry.posting_id = revaluation.posting_id
LEFT JOIN entry AS undone ON undone.posting_id = revaluation.reversal_posting_id AND undone.line_no = entry.line_no
WHERE undone.item_id IS NOT entry.item_id OR undone.base_amount IS NOT 0 - entry.base_amount
  OR undone.posting_date IS NOT date (entry.posting_date, '+1 day')
