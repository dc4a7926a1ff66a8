-- What a document's settlements and credits gave back never passes what it billed, by total and by tax
-- thorough
WITH RECURSIVE undone AS (SELECT reverses_id AS id FROM application WHERE reverses_id IS NOT NULL),
standing AS (
  SELECT * FROM application WHERE reverses_id IS NULL AND id NOT IN (SELECT id FROM undone)
),
-- A deduction, and what charged it back, belong to the document it was deducted from.
part (document_id, id) AS (
  SELECT DISTINCT credits_id, credits_id FROM document WHERE credits_id IS NOT NULL
  UNION SELECT part.document_id, deduction.document_id FROM part JOIN deduction ON deduction.invoice_id = part.id
  UNION SELECT part.document_id, resolution.chargeback_id FROM part
    JOIN deduction_resolution AS resolution ON resolution.deduction_id = part.id
    WHERE resolution.chargeback_id IS NOT NULL
),
given AS (
  SELECT part.document_id, sum(standing.discount + standing.write_off
    + iif(credit.kind = 'adjustment' AND credit.reverses_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM deduction WHERE deduction.credit_id = credit.id)
      AND NOT EXISTS (SELECT 1 FROM deduction_resolution AS resolution
        WHERE resolution.credit_id = credit.id AND resolution.chargeback_id IS NOT NULL), coalesce(standing.debit_amount, standing.amount), 0)) AS amount
  FROM part JOIN standing ON standing.debit_id = part.id JOIN document AS credit ON credit.id = standing.credit_id
  GROUP BY part.document_id
),
credited AS (SELECT credits_id AS document_id, sum(total) AS total FROM document WHERE credits_id IS NOT NULL GROUP BY credits_id),
taxes_given AS (
  SELECT standing.debit_id AS document_id, application_tax.tax_code_id, sum(application_tax.tax) AS tax
  FROM application_tax JOIN standing ON standing.id = application_tax.application_id
  GROUP BY standing.debit_id, application_tax.tax_code_id
),
taxes_credited AS (
  SELECT note.credits_id AS document_id, document_tax.tax_code_id, sum(document_tax.tax) AS tax
  FROM document AS note JOIN document_tax ON document_tax.document_id = note.id
  WHERE note.credits_id IS NOT NULL
  GROUP BY note.credits_id, document_tax.tax_code_id
)
SELECT document.id, NULL AS tax_code_id FROM credited JOIN document ON document.id = credited.document_id
LEFT JOIN given ON given.document_id = document.id
WHERE document.total + credited.total - coalesce(given.amount, 0) NOT BETWEEN 0 AND document.total
UNION ALL
SELECT billed.document_id, billed.tax_code_id FROM document_tax AS billed
LEFT JOIN taxes_given AS given ON given.document_id = billed.document_id AND given.tax_code_id = billed.tax_code_id
LEFT JOIN taxes_credited AS credited ON credited.document_id = billed.document_id AND credited.tax_code_id = billed.tax_code_id
WHERE (given.tax IS NOT NULL OR credited.tax IS NOT NULL)
  AND billed.tax - coalesce(given.tax, 0) + coalesce(credited.tax, 0)
    NOT BETWEEN min(billed.tax, 0) AND max(billed.tax, 0)
