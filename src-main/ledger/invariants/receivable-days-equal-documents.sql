-- What customers owe, summed by day, equals the documents and what settled them
-- thorough
WITH summed AS MATERIALIZED (
  SELECT currency, date, sum(amount) AS amount, sum(base_amount) AS base_amount FROM (
    SELECT currency, document_date AS date, total AS amount, base_total AS base_amount FROM document
    UNION ALL
    SELECT debit.currency, application.effective_date, 0 - application.discount - application.write_off, 0
    FROM application JOIN document AS debit ON debit.id = application.debit_id
    WHERE application.discount + application.write_off <> 0
    UNION ALL
    SELECT credit.currency, application.effective_date, application.amount, 0
    FROM application JOIN document AS credit ON credit.id = application.credit_id
    WHERE application.debit_posting_id IS NOT NULL
    UNION ALL
    SELECT debit.currency, application.effective_date, 0 - application.debit_amount, 0
    FROM application JOIN document AS debit ON debit.id = application.debit_id
    WHERE application.debit_posting_id IS NOT NULL
    UNION ALL
    SELECT posting.currency, entry.posting_date, 0, 0 - entry.base_amount
    FROM posting CROSS JOIN entry ON entry.posting_id = posting.id
    WHERE entry.application_id IS NOT NULL AND entry.item_id IS NULL
    UNION ALL
    SELECT revaluation.currency, entry.posting_date, 0, 0 - entry.base_amount
    FROM revaluation JOIN entry ON entry.posting_id IN (revaluation.posting_id, revaluation.reversal_posting_id)
    WHERE entry.item_id IS NULL
  )
  GROUP BY date, currency
)
SELECT * FROM (SELECT * FROM summed EXCEPT SELECT currency, date, amount, base_amount FROM receivable_day)
UNION ALL
SELECT * FROM (SELECT currency, date, amount, base_amount FROM receivable_day EXCEPT SELECT * FROM summed)
