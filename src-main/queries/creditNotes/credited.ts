import type { CreditableLine, CreditableTax } from '../../../src-shared/domain/crediting.ts'
import type { Readable } from '../../db/connection.ts'

/** A line of the invoice with what credit notes took back of it; a void of one counts against it. */
export interface InvoiceLine extends CreditableLine {
  readonly description: string
  readonly productId: number | null
  readonly unitPrice: number
  readonly discountPercent: number
  readonly accountId: number
  readonly taxCode: string | null
}

const LINES = `
  SELECT l.line_no AS lineNo, l.description, l.product_id AS productId, l.quantity, l.unit_price AS unitPrice,
    l.discount_percent AS discountPercent, l.net, l.document_discount AS documentDiscount, l.tax_code_id AS taxCodeId,
    t.code AS taxCode, l.account_id AS accountId, 0 - coalesce(sum(c.quantity), 0) AS creditedQuantity,
    0 - coalesce(sum(c.net), 0) AS creditedNet, 0 - coalesce(sum(c.document_discount), 0) AS creditedDiscount
  FROM document_line AS l
  LEFT JOIN tax_code AS t ON t.id = l.tax_code_id
  LEFT JOIN document AS d ON d.credits_id = l.document_id
  LEFT JOIN document_line AS c ON c.document_id = d.id AND c.credits_line_no = l.line_no
  WHERE l.document_id = ?
  GROUP BY l.line_no
  ORDER BY l.line_no`

const TAXES = `
  SELECT x.tax_code_id AS taxCodeId, x.rate, x.base, x.tax, t.account_id AS accountId,
    0 - coalesce(sum(c.base), 0) AS creditedBase, 0 - coalesce(sum(c.tax), 0) AS creditedTax
  FROM document_tax AS x
  JOIN tax_code AS t ON t.id = x.tax_code_id
  LEFT JOIN document AS d ON d.credits_id = x.document_id
  LEFT JOIN document_tax AS c ON c.document_id = d.id AND c.tax_code_id = x.tax_code_id
  WHERE x.document_id = ?
  GROUP BY x.tax_code_id
  ORDER BY x.tax_code_id`

export const invoiceLines = (db: Readable, invoiceId: number): readonly InvoiceLine[] =>
  db.all<InvoiceLine>(LINES, [invoiceId])

/** The invoice's taxes with what of them was taken back, and the account each is owed on. */
export const invoiceTaxes = (
  db: Readable,
  invoiceId: number,
): readonly (CreditableTax & { readonly accountId: number })[] =>
  db.all<CreditableTax & { readonly accountId: number }>(TAXES, [invoiceId])
