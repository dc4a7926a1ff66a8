import { postedMemo } from '../../ledger/facts/documents/generated-memo.ts'
import type { GeneratedMemo } from '../../../src-shared/kit/memo.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { toBase } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { importedReceiptNumber } from '../../../src-shared/import-export/rules/import-books.ts'
import type { ImportedAs } from '../../../src-shared/import-export/rules/import-fields.ts'
import type { PlannedInvoice } from '../../../src-shared/import-export/rules/import-plan.ts'
import { formatAmount, sum } from '../../../src-shared/domain/amounts/money.ts'
import { priceOfEach } from '../../../src-shared/domain/amounts/unit-price.ts'
import { companyRules } from '../../company/facts/company.ts'
import { accountFor } from '../../company/facts/account.ts'
import { insertDocument, insertInstalments, insertLines, insertTaxes } from '../../ledger/facts/documents/document.ts'
import type { Item } from '../../ledger/facts/documents/item.ts'
import { foreignNumber, nextNumber } from '../../company/facts/number.ts'
import { beginPosting } from '../../ledger/facts/documents/posting.ts'
import { settle } from '../../ledger/facts/settlement/settlement.ts'
import type { CommandContext } from '../../kernel/command-handler.ts'

export interface ImportPosting {
  /** Posts a row under its own number; returns the document's id. */
  item(customerId: number, row: PlannedInvoice): number
  /** Posts the money received for an invoice and applies it on the same day. */
  receipt(customerId: number, invoiceId: number, row: PlannedInvoice, date: CalendarDate): void
}

const KIND = { invoice: 'invoice', credit_note: 'credit_note', payment: 'receipt' } as const
const DESCRIPTION = { invoice: 'Imported invoice', credit_note: 'Imported credit note', payment: '' } as const

/**
 * Posts the documents of one import without the checks the import has made. Invoices and credit notes are sales of this
 * company, with their tax; open items stand against the opening balance, since their sales and tax were posted in the
 * books before.
 */
export function importPosting(context: CommandContext, documents: ImportedAs): ImportPosting {
  const { tx } = context
  const rules = companyRules(tx)
  const receivable = accountFor(tx, 'receivable')
  const sales = accountFor(tx, 'sales')
  const opening = accountFor(tx, 'opening_balance')
  // What was settled long ago is in the bank: undeposited, it would wait for a deposit slip for ever.
  const bank = documents === 'open_items' ? opening : accountFor(tx, 'bank')

  const item: ImportPosting['item'] = (customerId, row) => {
    const { kind, invoiceDate, dueDate, reference, termsId, discountUntil, discount, graceDays } = row
    const number = row.number === '' ? nextNumber(context, KIND[kind], invoiceDate) : foreignNumber(row.number)
    const { currency, rate } = row
    const sign = kind === 'invoice' ? 1 : -1
    const [total, baseTotal] = [sign * row.amount, sign * row.baseAmount]
    const posting = beginPosting(context, invoiceDate, currency, postedMemo(KIND[kind], number.text))
    const ofInvoice =
      kind === 'invoice' ? { dueDate, termsId, discountUntil, discount, graceDays } : { dueDate: invoiceDate }
    const { id } = insertDocument(context, posting.id, {
      kind: KIND[kind],
      number,
      customerId,
      documentDate: invoiceDate,
      ...ofInvoice,
      currency,
      rate,
      total,
      baseTotal,
      reference,
      memo: row.memo,
      generatedMemo: partPaid(row),
      ...(row.earnsDiscount || termsId === null || discountUntil === null || kind !== 'invoice'
        ? {}
        : { discountable: 0 }),
      ...(kind === 'payment' ? { method: 'other' as const, depositAccountId: bank } : {}),
    })
    posting.add({ accountId: receivable, amount: total, baseAmount: baseTotal, customerId, itemId: id })
    if (documents === 'open_items' || kind === 'payment') {
      const accountId = kind === 'payment' ? bank : opening
      posting.add({ accountId, amount: 0 - total, baseAmount: 0 - baseTotal })
    } else {
      const taxes = (row.taxed?.taxes ?? []).map((each) => ({ ...each, base: sign * each.base, tax: sign * each.tax }))
      const net = sum([total, ...taxes.map(({ tax }) => 0 - tax)])
      insertLines(context, id, [lineOf(row, net, currency, sales)])
      insertTaxes(context, id, taxes)
      const charged = taxes.filter(({ tax }) => tax !== 0)
      const baseTaxes = charged.map(({ tax }) => toBase(tax, currency, rules.baseCurrency, rate))
      for (const [index, { accountId, tax }] of charged.entries())
        posting.add({ accountId, amount: 0 - tax, baseAmount: 0 - (baseTaxes[index] ?? 0) })
      // What a rounded rate leaves goes to sales, never to tax.
      posting.add({ accountId: sales, amount: 0 - net, baseAmount: sum([...baseTaxes, 0 - baseTotal]) })
    }
    if (kind === 'invoice') insertInstalments(context, id, row.instalments)
    posting.seal()
    return id
  }

  const receipt: ImportPosting['receipt'] = (customerId, invoiceId, row, date) => {
    const { number, currency, rate, received, invoiceDate } = row
    const baseReceived = received === row.amount ? row.baseAmount : toBase(received, currency, rules.baseCurrency, rate)
    const posting = beginPosting(context, date, currency, {
      code: 'memo_receipt_for_invoice',
      params: { invoice: number },
    })
    const { id } = insertDocument(context, posting.id, {
      kind: 'receipt',
      number: foreignNumber(importedReceiptNumber(number)),
      customerId,
      documentDate: date,
      dueDate: date,
      currency,
      rate,
      total: -received,
      baseTotal: -baseReceived,
      reference: number,
      memo: '',
      method: 'transfer',
      depositAccountId: bank,
    })
    posting.add({ accountId: bank, amount: received, baseAmount: baseReceived })
    posting.add({ accountId: receivable, amount: -received, baseAmount: -baseReceived, customerId, itemId: id })
    // Both items were made a moment ago, so what they hold is known without asking for it.
    const known = { customerId, currency, rate }
    const credit = itemOf(
      known,
      { id, kind: 'receipt', number: importedReceiptNumber(number), documentDate: date },
      -received,
      -baseReceived,
    )
    const debit = itemOf(
      known,
      { id: invoiceId, kind: 'invoice', number, documentDate: invoiceDate },
      row.amount,
      row.baseAmount,
    )
    settle(context, posting, rules, credit, debit, { amount: received, discount: 0, writeOff: 0, writeOffReason: '' })
    posting.seal()
  }

  return { item, receipt }
}

/** What an open item was before it was paid in part, for whoever compares it with the books before. */
const partPaid = ({ amount, original, currency }: PlannedInvoice): GeneratedMemo | null =>
  amount === original
    ? null
    : {
        code: 'memo_part_paid',
        params: {
          original: `${formatAmount(original, currency)} ${currency}`,
          settled: formatAmount(original - amount, currency),
        },
      }

/** A document of which nothing is applied yet. */
const itemOf = (
  known: Pick<Item, 'customerId' | 'currency' | 'rate'>,
  document: Pick<Item, 'id' | 'kind' | 'number' | 'documentDate'>,
  total: number,
  baseTotal: number,
): Item => ({
  ...known,
  ...document,
  total,
  open: total,
  baseTotal,
  baseOpen: baseTotal,
  discount: 0,
  discountUntil: null,
  lastEntryOn: document.documentDate,
  reversesId: null,
  creditsId: null,
})

const lineOf = (row: PlannedInvoice, net: number, currency: string, accountId: number) => ({
  productId: null,
  description: row.reference === '' ? DESCRIPTION[row.kind] : row.reference,
  quantity: net < 0 ? -row.quantity : row.quantity,
  unitPrice: priceOfEach(Math.abs(net), currency, row.quantity),
  discountPercent: 0,
  net,
  taxCodeId: row.taxed?.code.id ?? null,
  accountId,
  earnsDiscount: row.earnsDiscount,
})
