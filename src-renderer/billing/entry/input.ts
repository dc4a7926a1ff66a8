import type { InputOf } from '../../../src-shared/contract.ts'
import { exchangeRateOf } from '../../entry/exchange-rate.ts'
import type { Applied } from './applying.ts'
import type { BillingEntry } from './entry.ts'
import { isBlankLine } from './line.ts'
import type { EntryLine } from './line.ts'
import { taxCodeIdOf } from './totals.ts'
import type { BillingTerms } from './totals.ts'

type PostedLine = InputOf<'invoices.post'>['lines'][number]

export type LinesToPost = {
  readonly lines: PostedLine[]
  /** The entry's line of each line posted: blank ones are left out. */
  readonly entryLines: readonly number[]
}

export function linesToPost(lines: readonly EntryLine[], terms: BillingTerms): LinesToPost {
  const posted = lines.flatMap((line, index) => (isBlankLine(line) ? [] : [{ line, index }]))
  const products = new Map(terms.products.map((product) => [String(product.id), product]))
  return {
    entryLines: posted.map(({ index }) => index),
    lines: posted.map(({ line }) => {
      const product = products.get(line.product?.key ?? '')
      return {
        productId: product?.id ?? null,
        description: line.description,
        quantity: line.quantity ?? 0,
        unitPrice: line.unitPrice ?? 0,
        discountPercent: line.discountPercent ?? 0,
        taxCodeId: taxCodeIdOf(line, terms),
        accountId: line.accountId ?? product?.accountId ?? null,
        earnsDiscount: line.earnsDiscount,
      }
    }),
  }
}

/** What every kind says alike; null while customer or date are missing (checkBilling says so). */
function commonInput(entry: BillingEntry, lines: readonly PostedLine[]) {
  if (entry.customer === null || entry.documentDate === null) return null
  return {
    commandUid: entry.commandUid,
    draftUid: entry.draftUid,
    customerId: Number(entry.customer.key),
    documentDate: entry.documentDate,
    currency: entry.currency,
    rate: exchangeRateOf(entry.rate),
    reference: entry.reference,
    memo: entry.memo,
    pricesIncludeTax: entry.pricesIncludeTax,
    documentDiscount: entry.documentDiscount,
    lines: [...lines],
  }
}

/** An invoice or a debit note as the ledger is asked to post it. */
export function invoiceToPost(
  entry: BillingEntry,
  lines: readonly PostedLine[],
  termsId: number | null,
): InputOf<'invoices.post'> | null {
  const common = commonInput(entry, lines)
  return common === null ? null : { ...common, termsId, dueDate: entry.dueDate, toleranceMost: entry.toleranceMost }
}

export function creditNoteToPost(
  entry: BillingEntry,
  lines: readonly PostedLine[],
  applications: Applied,
): InputOf<'creditNotes.post'> | null {
  const common = commonInput(entry, lines)
  return common === null ? null : { ...common, applications }
}

const headFields = new Set([
  'customerId',
  'documentDate',
  'termsId',
  'dueDate',
  'currency',
  'rate',
  'reference',
  'memo',
  'toleranceMost',
])

/** The screen's field for a path the ledger refused; null when it shows none, as for `lines` as a whole. */
export function billingFieldOf(path: string, entryLines: readonly number[]): string | null {
  if (headFields.has(path)) return path
  const [head, index, field] = path.split('.')
  if (head === 'documentDiscount') return head
  if (head === 'applications') return field === 'settles' ? 'applyToSettles' : 'applyToId'
  if (head !== 'lines' || index === undefined) return null
  const entryLine = entryLines[Number(index)]
  return entryLine === undefined ? null : `lines.${entryLine}.${field ?? 'description'}`
}
