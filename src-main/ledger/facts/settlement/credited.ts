import type { CreditableLine, CreditableTax } from '../../../../src-shared/ledger/rules/crediting/crediting.ts'
import { isPartlyDiscountable } from '../../../../src-shared/ledger/rules/settlement/discountable.ts'
import type { CreditableDocument } from '../../../../src-shared/ledger/rules/crediting/invoice-credit.ts'
import { HUNDRED_PERCENT, sum } from '../../../../src-shared/domain/amounts/money.ts'
import { chargedOn } from '../../../../src-shared/company/rules/tax/tax-code.ts'
import type { UnitPrice } from '../../../../src-shared/domain/amounts/unit-price.ts'
import type { Readable } from '../../../db/connection.ts'
import { unitPriceIn } from '../../../company/facts/unit-price.ts'
import { taxesOfCode, type ChargedTax } from '../../../company/queries/setup/code-taxes.ts'
import { netsCreditedBefore, reductionsOf } from './reductions-of.ts'

/** A line of the invoice with what credit notes took back of it; a void of one counts against it. */
export interface InvoiceLine extends CreditableLine {
  readonly description: string
  readonly productId: number | null
  readonly unitPrice: UnitPrice
  readonly discountPercent: number
  readonly earnsDiscount: boolean
  readonly accountId: number
  readonly taxCode: string | null
}

const LINES = `
  SELECT l.line_no AS lineNo, l.description, l.product_id AS productId, l.quantity, ${unitPriceIn('l')},
    l.earns_discount AS earnsDiscount, l.discount_percent AS discountPercent, l.net, l.document_discount AS documentDiscount, l.tax_code_id AS taxCodeId,
    t.code AS taxCode, l.account_id AS accountId, 0 - coalesce(sum(c.quantity), 0) AS creditedQuantity,
    0 - coalesce(sum(c.net), 0) AS creditedNet, 0 - coalesce(sum(c.document_discount), 0) AS creditedDiscount
  FROM document_line AS l
  LEFT JOIN tax_code AS t ON t.id = l.tax_code_id
  LEFT JOIN document AS d ON d.credits_id = l.document_id
  LEFT JOIN document_line AS c ON c.document_id = d.id AND c.credits_line_no = l.line_no
  WHERE l.document_id = ? AND l.is_rounding = 0
  GROUP BY l.line_no
  ORDER BY l.line_no`

const TAXES = `
  SELECT x.tax_code_id AS taxCodeId, t.code AS taxCode, x.rate, x.base, x.tax, t.account_id AS accountId,
    coalesce((SELECT sum(r.base) FROM credit_reduction AS r WHERE r.credits_id = x.document_id
      AND r.tax_code_id = x.tax_code_id), 0) - coalesce(sum(c.base), 0) AS creditedBase,
    coalesce((SELECT sum(r.amount) FROM credit_reduction AS r WHERE r.credits_id = x.document_id
      AND r.tax_code_id = x.tax_code_id), 0) - coalesce(sum(c.tax), 0) AS creditedTax
  FROM document_tax AS x
  JOIN tax_code AS t ON t.id = x.tax_code_id
  LEFT JOIN document AS d ON d.credits_id = x.document_id
  LEFT JOIN document_tax AS c ON c.document_id = d.id AND c.tax_code_id = x.tax_code_id
  WHERE x.document_id = ?
  GROUP BY x.tax_code_id
  ORDER BY x.position, x.tax_code_id`

export const invoiceLines = (db: Readable, invoiceId: number): readonly InvoiceLine[] => {
  const lines = db.all<Omit<InvoiceLine, 'taxes' | 'earnsDiscount'> & { readonly earnsDiscount: 0 | 1 }>(LINES, [
    invoiceId,
  ])
  const codes = new Map(
    [...new Set(lines.map(({ taxCodeId }) => taxCodeId))].map((id) => [
      id,
      chargesOf(id === null ? [] : taxesOfCode(db, id)),
    ]),
  )
  return lines.map((line) => ({
    ...line,
    earnsDiscount: line.earnsDiscount === 1,
    taxes: codes.get(line.taxCodeId) ?? [],
  }))
}

/** What each tax of a code is charged on. */
export const chargesOf = (taxes: readonly ChargedTax[]): CreditableLine['taxes'] => {
  const on = chargedOn(taxes)
  return taxes.map((tax, index) => ({ taxCodeId: tax.taxCodeId, chargedOn: on[index] ?? HUNDRED_PERCENT }))
}

/** A tax of the invoice and what of it was taken back, before reductions; the account it is owed on. */
export interface InvoiceTax extends CreditableTax {
  readonly taxCode: string
  readonly accountId: number
}

export const invoiceTaxes = (db: Readable, invoiceId: number): readonly InvoiceTax[] =>
  db.all<InvoiceTax>(TAXES, [invoiceId])

/** A finance charge is credited by the items it charged, not by its lines. */
const CREDITED_OF_CHARGE = `
  SELECT coalesce(sum(credit.amount), 0) FROM finance_charge_credit AS credit
  WHERE credit.charge_id = ? AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = credit.document_id)`

const creditedOfCharge = (db: Readable, id: number): number => db.value<number>(CREDITED_OF_CHARGE, [id]) ?? 0

/** Which of its lines that is does not matter: they bear no tax. */
const withCharges = (lines: readonly InvoiceLine[], credited: number): readonly InvoiceLine[] => {
  let rest = credited
  return rest === 0
    ? lines
    : lines.map((line) => {
        const creditedNet = Math.min(rest, line.net)
        rest -= creditedNet
        return { ...line, creditedNet }
      })
}

/** An invoice or debit note with what was credited of it and what was given away on it. */
export interface CreditedInvoice extends CreditableDocument {
  readonly lines: readonly InvoiceLine[]
  readonly taxes: readonly InvoiceTax[]
}

export const creditedInvoice = (db: Readable, id: number): CreditedInvoice => {
  const lines = withCharges(invoiceLines(db, id), creditedOfCharge(db, id))
  const taxes = invoiceTaxes(db, id)
  const { changedAt, ...reduced } = reductionsOf(db, { id, net: sum(lines.map(({ net }) => net)), taxes })
  if (changedAt === null || !isPartlyDiscountable(lines)) return { lines, taxes, ...reduced }
  const then = netsCreditedBefore(db, id, changedAt)
  return { lines: lines.map((line) => ({ ...line, creditedNetThen: then.get(line.lineNo) ?? 0 })), taxes, ...reduced }
}
