import type { ParsedInput } from '../../../src-shared/contract/index.ts'
import { Refusal } from '../../../src-shared/contract/refusal.ts'
import { decideCredit, type Credit, type CreditRefusal } from '../../../src-shared/domain/crediting.ts'
import { formatDate } from '../../../src-shared/domain/date-text.ts'
import { formatDecimal6 } from '../../../src-shared/domain/money.ts'
import { companyRules } from '../../db/company.ts'
import type { Readable } from '../../db/connection.ts'
import { invoiceLines, invoiceTaxes } from '../../queries/creditNotes/credited.ts'
import { beginBilling, type BilledTax } from '../billing/document.ts'
import { carriedByAccount } from '../facts/carried-base.ts'
import { applyNewCredit } from '../facts/credit-application.ts'
import { loadCustomer } from '../facts/customer.ts'
import type { NewLine } from '../facts/document.ts'
import { loadItem, type Item } from '../facts/item.ts'
import { nextNumber } from '../facts/number.ts'
import { assertOpenPeriod } from '../facts/open-period.ts'
import type { CommandHandler } from '../handler.ts'

type Input = Omit<ParsedInput<'creditNotes.postFromInvoice'>, 'commandUid'>

/** Posts a credit note for lines of an invoice at the invoice's own rate, so that applying it makes no exchange difference. */
export const postCreditNoteFromInvoice: CommandHandler<'creditNotes.postFromInvoice'> = (context, input) => {
  const { tx } = context
  const rules = companyRules(tx)
  assertOpenPeriod(input.documentDate, rules.closingDate, 'documentDate')
  const invoice = creditable(tx, input)
  const { lines, taxes } = creditedParts(tx, invoice, input)
  const total = [...lines.map(({ net }) => net), ...taxes.map(({ tax }) => tax)].reduce((sum, part) => sum + part, 0)
  if (total > 0) throw new Refusal('credit_total_negative', {}, 'lines')
  const number = nextNumber(context, 'credit_note')
  const { documentDate, reference, memo } = input
  const { id, uid, posting } = beginBilling(context, rules, {
    kind: 'credit_note',
    number,
    customer: loadCustomer(tx, invoice.customerId),
    documentDate,
    dueDate: documentDate,
    rate: invoice.rate,
    reference: reference === '' ? invoice.number.slice(0, 64) : reference,
    memo,
    pricesIncludeTax: pricesIncludeTax(tx, invoice.id),
    lines,
    taxes,
    creditsId: invoice.id,
    ...(invoice.currency === rules.baseCurrency ? {} : { carried: carriedByAccount(tx, invoice, rules.baseCurrency) }),
  })
  const applied = input.apply ? Math.min(0 - total, invoice.open) : 0
  const settling = { documentId: invoice.id, amount: applied, discount: 0, writeOff: 0, writeOffReason: '' }
  const unapplied = applyNewCredit(context, posting, rules, id, applied > 0 ? [settling] : [])
  if (input.draftUid !== null) tx.run('DELETE FROM draft WHERE uid = ?', [input.draftUid])
  return { id, uid, number: number.text, dueDate: documentDate, total, applied, unapplied, warnings: [] }
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
  db: Readable,
  invoice: Item,
  input: Input,
): { readonly lines: readonly NewLine[]; readonly taxes: readonly BilledTax[] } => {
  const lines = invoiceLines(db, invoice.id)
  const taxes = invoiceTaxes(db, invoice.id)
  const decision = decideCredit(lines, taxes, input.lines)
  if (!decision.ok) throw inWords(decision.refusal, invoice, input)
  const byNo = new Map(lines.map((line) => [line.lineNo, line]))
  return {
    lines: decision.credit.lines.flatMap((part) => {
      const line = byNo.get(part.lineNo)
      return line === undefined ? [] : [{ ...line, ...turned(part), creditsLineNo: part.lineNo }]
    }),
    taxes: decision.credit.taxes.map((part) => ({
      ...part,
      base: 0 - part.base,
      tax: 0 - part.tax,
      accountId: taxes.find(({ taxCodeId }) => taxCodeId === part.taxCodeId)?.accountId ?? 0,
    })),
  }
}

const turned = ({ quantity, net, documentDiscount }: Credit['lines'][number]) => ({
  quantity: 0 - quantity,
  net: 0 - net,
  documentDiscount: 0 - documentDiscount,
})

const inWords = (refusal: CreditRefusal, { number }: Item, { lines }: Input): Refusal => {
  if (refusal.code === 'nothing_to_credit') return new Refusal(refusal.code, { number }, 'lines')
  const index = (lines ?? []).findIndex(({ lineNo }) => lineNo === refusal.lineNo)
  const line = refusal.lineNo
  switch (refusal.code) {
    case 'line_not_found':
      return new Refusal(refusal.code, { number, line }, `lines.${index}.lineNo`)
    case 'exceeds_uncredited':
      return new Refusal(refusal.code, { number, line, left: formatDecimal6(refusal.left) }, `lines.${index}.quantity`)
  }
}
