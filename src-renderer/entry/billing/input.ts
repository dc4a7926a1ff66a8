import type { InputOf } from '../../../src-shared/contract/index.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { exchangeRateOf } from '../exchange-rate.ts'
import type { BillingEntry } from './entry.ts'
import { isBlankLine } from './line.ts'
import { taxCodeIdOf } from './totals.ts'
import type { BillingTerms } from './totals.ts'

export type BillingToPost = {
  readonly input: InputOf<'invoices.post'>
  /** The entry's line of each line posted: blank ones are left out. */
  readonly entryLines: readonly number[]
}

/** What the ledger is asked to post; null while customer or date are missing (checkBilling says so). */
export function billingToPost(entry: BillingEntry, terms: BillingTerms, termsId: number | null): BillingToPost | null {
  if (entry.customer === null || entry.documentDate === null) return null
  const posted = entry.lines.flatMap((line, index) => (isBlankLine(line) ? [] : [{ line, index }]))
  const products = new Map(terms.products.map((product) => [String(product.id), product]))
  return {
    entryLines: posted.map(({ index }) => index),
    input: {
      ...headOf(entry, entry.customer.key, entry.documentDate),
      termsId,
      lines: posted.map(({ line }) => {
        const product = products.get(line.product?.key ?? '')
        return {
          productId: product?.id ?? null,
          description: line.description,
          quantity: line.quantity ?? 0,
          unitPrice: line.unitPrice ?? 0,
          discountPercent: line.discountPercent ?? 0,
          taxCodeId: taxCodeIdOf(line, terms),
          accountId: product?.accountId ?? null,
        }
      }),
    },
  }
}

const headOf = (entry: BillingEntry, customerKey: string, documentDate: CalendarDate) => ({
  commandUid: entry.commandUid,
  draftUid: entry.draftUid,
  customerId: Number(customerKey),
  documentDate,
  rate: exchangeRateOf(entry.rate),
  dueDate: entry.dueDate,
  reference: entry.reference,
  memo: entry.memo,
  pricesIncludeTax: entry.pricesIncludeTax,
})

const headFields = new Set(['customerId', 'documentDate', 'termsId', 'dueDate', 'rate', 'reference', 'memo'])

/** The screen's field for a path the ledger refused; null when it shows none, as for `lines` as a whole. */
export function billingFieldOf(path: string, entryLines: readonly number[]): string | null {
  if (headFields.has(path)) return path
  const [lines, index, field] = path.split('.')
  if (lines !== 'lines' || index === undefined) return null
  const entryLine = entryLines[Number(index)]
  return entryLine === undefined ? null : `lines.${entryLine}.${field ?? 'description'}`
}
