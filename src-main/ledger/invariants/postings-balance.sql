-- Every posting balances, in its own currency and in the company's
-- thorough
SELECT posting.id, sum(entry.amount) AS amount, sum(entry.base_amount) AS base_amount, count(entry.line_no) AS entries
FROM posting LEFT JOIN entry ON entry.posting_id = posting.id
GROUP BY posting.id
HAVING count(entry.line_no) < 2 OR sum(entry.amount) <> 0 OR sum(entry.base_amount) <> 0
