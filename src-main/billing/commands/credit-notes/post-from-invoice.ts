import { answerPosted } from './posted.ts'
import type { ParsedInput } from '../../../../src-shared/contract.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { creditRounding } from '../../../../src-shared/domain/amounts/cash-rounding.ts'
import { formatDate } from '../../../../src-shared/domain/dates/date-text.ts'
import {
  decideInvoiceCredit,
  type InvoiceCredit,
  type InvoiceCreditRefusal,
} from '../../../../src-shared/ledger/rules/crediting/invoice-credit.ts'
import { formatAmount, formatDecimal6 } from '../../../../src-shared/domain/amounts/money.ts'
import { companyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'
import { roundingStanding } from '../../queries/credit-notes/rounding.ts'
import { creditedInvoice, type CreditedInvoice } from '../../../ledger/facts/settlement/credited.ts'
import { roundingLines } from '../any-document/rounding.ts'
import { beginBilling, type BilledTax } from '../any-document/document.ts'
import { carriedByAccount } from '../../../ledger/facts/settlement/carried-base.ts'
import { applyNewCredit } from '../../../ledger/facts/settlement/credit-application.ts'
import { lateNews } from '../../../ledger/facts/finance-charges/late-charges.ts'
import { loadCustomer } from '../../../ledger/facts/customer.ts'
import type { NewLine } from '../../../ledger/facts/documents/document.ts'
import { loadItem, type Item } from '../../../ledger/facts/documents/item.ts'
import { nextNumber } from '../../../company/facts/number.ts'
import { assertOpenPeriod } from '../../../ledger/facts/documents/open-period.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { insertReductionReversals, reversalLines } from '../../../ledger/facts/settlement/credit-reductions.ts'

type Input = Omit<ParsedInput<'creditNotes.postFromInvoice'>, 'commandUid'>

/** Posts a credit note for lines of an invoice at the invoice's own rate, so that applying it makes no exchange difference. */
export const postCreditNoteFromInvoice: CommandHandler<'creditNotes.postFromInvoice'> = (context, input) => {
  const { tx } = context
  const rules = companyRules(tx)
  assertOpenPeriod(input.documentDate, rules.closingDate, 'documentDate')
  const invoice = creditable(tx, input)
  const billed = creditedInvoice(tx, invoice.id)
  const decision = decideInvoiceCredit(billed, input.lines)
  if (!decision.ok) throw inWords(decision.refusal, invoice, billed, input)
  const { credit } = decision
  const rounding = creditRounding(roundingStanding(tx, invoice.id), credit.total, credit.isAll)
  const { lines: credited, taxes } = creditedParts(billed, credit)
  const lines = [...credited, ...roundingLines(tx, rules, 0 - rounding, invoice.currency)]
  const total = 0 - credit.total - rounding
  const number = nextNumber(context, 'credit_note', input.documentDate)
  const { documentDate, reference, memo } = input
  const { id, uid, posting } = beginBilling(context, rules, {
    kind: 'credit_note',
    number,
    customer: loadCustomer(tx, invoice.customerId),
    documentDate,
    dueDate: documentDate,
    currency: invoice.currency,
    rate: invoice.rate,
    reference: reference === '' ? invoice.number.slice(0, 64) : reference,
    memo,
    pricesIncludeTax: pricesIncludeTax(tx, invoice.id),
    lines,
    taxes,
    creditsId: invoice.id,
    discountable: discountableCredited(tx, invoice.id, credit),
    ...(invoice.currency === rules.baseCurrency ? {} : { carried: carriedByAccount(tx, invoice, rules.baseCurrency) }),
  })
  insertReductionReversals(tx, { id, creditsId: invoice.id }, billed, credit.reductions)
  const applied = input.apply ? Math.min(0 - total, invoice.open) : 0
  const settling = { documentId: invoice.id, amount: applied, discount: 0, writeOff: 0, writeOffReason: '' }
  const unapplied = applyNewCredit(context, posting, rules, id, applied > 0 ? [settling] : [])
  const posted = { id, uid, number, dueDate: documentDate, total, applied, unapplied }
  return { ...answerPosted(context, posted, input.draftUid), ...lateNews(context) }
}

const DISCOUNTABLE = `
  SELECT d.discountable + coalesce((SELECT sum(note.discountable) FROM document AS note WHERE note.credits_id = d.id), 0)
  FROM document AS d WHERE d.id = ?`

/** What it takes back of what earned the discount; null where all of the document does, or none is offered. */
const discountableCredited = (db: Readable, id: number, { discountableLeft }: InvoiceCredit): number | null => {
  const before = discountableLeft === null ? null : (db.value<number | null>(DISCOUNTABLE, [id]) ?? null)
  return before === null || discountableLeft === null ? null : discountableLeft - before
}

const creditable = (db: Readable, { invoiceId, documentDate }: Input): Item => {
  const invoice = loadItem(db, invoiceId, 'invoiceId')
  const { number } = invoice
  if (!['invoice', 'debit_note'].includes(invoice.kind) || invoice.reversesId !== null)
    throw new Refusal('not_creditable', { number }, 'invoiceId')
  if (db.value('SELECT 1 FROM document WHERE reverses_id = ?', [invoiceId]) !== undefined)
    throw new Refusal('already_void', { number }, 'invoiceId')
  if (documentDate < invoice.documentDate) {
    const earliest = formatDate(invoice.documentDate, 'text')
    throw new Refusal('credit_too_early', { number, earliest }, 'documentDate')
  }
  return invoice
}

const pricesIncludeTax = (db: Readable, invoiceId: number): boolean =>
  db.value<number>('SELECT prices_include_tax FROM document WHERE id = ?', [invoiceId]) === 1

/** The decided parts with their signs turned: a credit note lowers the receivable. */
const creditedParts = (
  { lines, taxes }: CreditedInvoice,
  credit: InvoiceCredit,
): { readonly lines: readonly NewLine[]; readonly taxes: readonly BilledTax[] } => {
  const byNo = new Map(lines.map((line) => [line.lineNo, line]))
  const own = credit.lines.flatMap((part) => {
    const line = byNo.get(part.lineNo)
    return line === undefined ? [] : [{ ...line, ...turned(part), creditsLineNo: part.lineNo }]
  })
  return {
    lines: [...own, ...reversalLines(credit.reductions)],
    taxes: credit.taxes.map((part) => ({
      ...part,
      base: 0 - part.base,
      tax: 0 - part.tax,
      accountId: taxes.find(({ taxCodeId }) => taxCodeId === part.taxCodeId)?.accountId ?? 0,
    })),
  }
}

const turned = ({ quantity, net, documentDiscount }: InvoiceCredit['lines'][number]) => ({
  quantity: 0 - quantity,
  net: 0 - net,
  documentDiscount: 0 - documentDiscount,
})

const inWords = (
  refusal: InvoiceCreditRefusal,
  { number, currency }: Item,
  { taxes }: CreditedInvoice,
  { lines }: Input,
): Refusal => {
  const at = (lineNo: number): string => `lines.${(lines ?? []).findIndex((line) => line.lineNo === lineNo)}`
  const shown = (amount: number): string => formatAmount(amount, currency)
  switch (refusal.code) {
    case 'nothing_to_credit':
      return new Refusal(refusal.code, { number }, 'lines')
    case 'credit_total_negative':
      return new Refusal(refusal.code, {}, 'lines')
    case 'credit_exceeds_document':
      return new Refusal(refusal.code, { number, total: shown(refusal.total), left: shown(refusal.left) }, 'lines')
    case 'credit_exceeds_tax': {
      const taxCode = taxes.find(({ taxCodeId }) => taxCodeId === refusal.taxCodeId)?.taxCode ?? ''
      const figures = { number, taxCode, tax: shown(refusal.tax), left: shown(refusal.left) }
      return new Refusal(refusal.code, figures, 'lines')
    }
    case 'line_not_found':
      return new Refusal(refusal.code, { number, line: refusal.lineNo }, `${at(refusal.lineNo)}.lineNo`)
    case 'exceeds_uncredited': {
      const left = formatDecimal6(refusal.left)
      return new Refusal(refusal.code, { number, line: refusal.lineNo, left }, `${at(refusal.lineNo)}.quantity`)
    }
  }
}
