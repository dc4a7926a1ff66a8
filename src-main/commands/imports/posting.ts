import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { importedReceiptNumber } from '../../../src-shared/domain/import-books.ts'
import type { PlannedInvoice } from '../../../src-shared/domain/import-plan.ts'
import { ONE } from '../../../src-shared/domain/money.ts'
import { priceOfAmount } from '../../../src-shared/domain/unit-price.ts'
import { companyRules } from '../../db/company.ts'
import { accountFor } from '../facts/account.ts'
import { RATE_ONE } from '../facts/base-currency.ts'
import { insertDocument, insertInstalments, insertLines } from '../facts/document.ts'
import type { Item } from '../facts/item.ts'
import { foreignNumber } from '../facts/number.ts'
import { beginPosting } from '../facts/posting.ts'
import { settle } from '../facts/settlement.ts'
import type { CommandContext } from '../handler.ts'

export interface ImportPosting {
  /** Posts the invoice under its own number, as one untaxed line; returns its id. */
  invoice(customerId: number, invoice: PlannedInvoice): number
  /** Posts the money received for the whole invoice and applies it on the same day. */
  receipt(customerId: number, invoiceId: number, invoice: PlannedInvoice, date: CalendarDate): void
}

/** Posts the documents of one import, all in the company's currency, without the checks the import has made. */
export function importPosting(context: CommandContext): ImportPosting {
  const { tx } = context
  const rules = companyRules(tx)
  const currency = rules.baseCurrency
  const receivable = accountFor(tx, 'receivable')
  const sales = accountFor(tx, 'sales')
  // What was settled long ago is in the bank: undeposited, it would wait for a deposit slip for ever.
  const bank = accountFor(tx, 'bank')
  const inBase = { currency, rate: RATE_ONE, memo: '' }

  const invoice: ImportPosting['invoice'] = (customerId, planned) => {
    const { amount, number, invoiceDate, dueDate, reference, termsId, discountUntil, discount, graceDays } = planned
    const posting = beginPosting(context, invoiceDate, currency, `Invoice ${number}`)
    const dated = { documentDate: invoiceDate, dueDate, termsId, discountUntil, discount, graceDays }
    const totals = { total: amount, baseTotal: amount }
    const numbered = { kind: 'invoice', number: foreignNumber(number), customerId, reference } as const
    const { id } = insertDocument(context, posting.id, { ...inBase, ...numbered, ...dated, ...totals })
    insertLines(context, id, [lineOf(planned, currency, sales)])
    insertInstalments(context, id, planned.instalments)
    posting.add({ accountId: receivable, amount, baseAmount: amount, customerId, itemId: id })
    posting.add({ accountId: sales, amount: -amount, baseAmount: -amount })
    posting.seal()
    return id
  }

  const receipt: ImportPosting['receipt'] = (customerId, invoiceId, { number, amount, invoiceDate }, date) => {
    const openItem = itemOf(customerId, currency)
    const posting = beginPosting(context, date, currency, `Receipt for invoice ${number}`)
    const { id } = insertDocument(context, posting.id, {
      ...inBase,
      kind: 'receipt',
      number: foreignNumber(importedReceiptNumber(number)),
      customerId,
      documentDate: date,
      dueDate: date,
      total: -amount,
      baseTotal: -amount,
      reference: number,
      method: 'transfer',
      depositAccountId: bank,
    })
    posting.add({ accountId: bank, amount, baseAmount: amount })
    posting.add({ accountId: receivable, amount: -amount, baseAmount: -amount, customerId, itemId: id })
    // Both items were made a moment ago, so what they hold is known without asking for it.
    const credit = openItem(id, 'receipt', importedReceiptNumber(number), -amount, date)
    const debit = openItem(invoiceId, 'invoice', number, amount, invoiceDate)
    settle(context, posting, rules, credit, debit, { amount, discount: 0, writeOff: 0, writeOffReason: '' })
    posting.seal()
  }

  return { invoice, receipt }
}

/** A document of which nothing is applied yet. */
const itemOf =
  (customerId: number, currency: string) =>
  (id: number, kind: Item['kind'], number: string, total: number, documentDate: CalendarDate): Item => ({
    id,
    kind,
    number,
    customerId,
    currency,
    rate: RATE_ONE,
    documentDate,
    total,
    open: total,
    baseTotal: total,
    baseOpen: total,
    discount: 0,
    discountUntil: null,
    lastEntryOn: documentDate,
    reversesId: null,
    creditsId: null,
  })

const lineOf = ({ reference, amount }: PlannedInvoice, currency: string, accountId: number) => ({
  productId: null,
  description: reference === '' ? 'Imported invoice' : reference,
  quantity: ONE,
  unitPrice: priceOfAmount(amount, currency),
  discountPercent: 0,
  net: amount,
  taxCodeId: null,
  accountId,
})
