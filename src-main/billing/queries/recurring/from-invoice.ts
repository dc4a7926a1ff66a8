import type { RecurringBody } from '../../../../src-shared/billing/contract/recurring.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { discountEntered } from '../../../../src-shared/ledger/rules/document-totals/document-discount.ts'
import { sum } from '../../../../src-shared/domain/amounts/money.ts'
import type { Readable } from '../../../db/connection.ts'
import type { Stored } from '../../../db/stored.ts'
import { unitPriceIn } from '../../../company/facts/unit-price.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

interface Head extends Stored<
  'document',
  | 'customerId'
  | 'currency'
  | 'documentDate'
  | 'termsId'
  | 'reference'
  | 'memo'
  | 'pricesIncludeTax'
  | 'documentDiscountPercent'
  | 'toleranceMost'
> {
  readonly customerName: string
  readonly customerTermsId: number
}

const HEAD = `
  SELECT d.customer_id AS customerId, c.name AS customerName, d.currency, c.terms_id AS customerTermsId,
    d.document_date AS documentDate, d.terms_id AS termsId, d.reference, d.memo, d.prices_include_tax AS pricesIncludeTax,
    d.document_discount_percent AS documentDiscountPercent, d.tolerance_most AS toleranceMost
  FROM document AS d
  JOIN customer AS c ON c.id = d.customer_id
  WHERE d.id = ? AND d.kind IN ('invoice', 'debit_note') AND d.reverses_id IS NULL`

type Line = RecurringBody['lines'][number]

const LINES = `
  SELECT product_id AS productId, description, quantity, ${unitPriceIn('document_line')}, discount_percent AS discountPercent,
    tax_code_id AS taxCodeId, account_id AS accountId, earns_discount AS earnsDiscount, document_discount AS documentDiscount
  FROM document_line WHERE document_id = ? AND is_rounding = 0 ORDER BY line_no`

/** What a posted invoice says, as a recurring one would say it. Terms that are the customer's own follow the customer. */
export const recurringFromInvoice: QueryHandler<'recurring.fromInvoice'> = ({ db }, { documentId }) => {
  const head = db.get<Head>(HEAD, [documentId])
  if (!head) throw new Refusal('document_not_found', {}, 'documentId')
  const { customerId, customerName, termsId, customerTermsId, pricesIncludeTax, documentDiscountPercent, ...texts } =
    head
  return {
    ...texts,
    customerId,
    name: customerName,
    termsId: termsId === customerTermsId ? null : termsId,
    pricesIncludeTax: pricesIncludeTax === 1,
    ...linesOf(db, documentId, documentDiscountPercent),
  }
}

/** Each line kept its share of the discount on the whole: added up, they are that discount again, if it was an amount. */
const linesOf = (
  db: Readable,
  documentId: number,
  percent: number | null,
): Pick<RecurringBody, 'lines' | 'documentDiscount'> => {
  const rows = db.all<
    Omit<Line, 'accountId' | 'earnsDiscount'> &
      Stored<'documentLine', 'accountId' | 'documentDiscount' | 'earnsDiscount'>
  >(LINES, [documentId])
  const amount = sum(rows.map(({ documentDiscount }) => documentDiscount))
  return {
    lines: rows.map(({ documentDiscount: _, ...line }) => ({ ...line, earnsDiscount: line.earnsDiscount === 1 })),
    documentDiscount: discountEntered(percent, amount),
  }
}
