import type { AgingItem } from '../../../../src-shared/reports/contract/aging.ts'
import type { OpenItem } from '../../../../src-shared/ledger/contract/open-items.ts'
import { bucketOf, daysLate, type AgingPolicy } from '../../../../src-shared/domain/aging.ts'
import { compareDates, type CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import { companyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'
import { agingPolicyOf } from '../../../company/queries/profile/profile.ts'
import { currenciesOf } from '../../../customers/queries/customers/currencies.ts'
import { customerRecord } from '../../../customers/queries/customers/record.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { itemsAsOf } from '../../../ledger/queries/open-items/as-of.ts'
import { baseBalancesOf } from './base-balances.ts'

type Head = Pick<AgingItem, 'documentId' | 'kind' | 'number' | 'reference' | 'documentDate' | 'original'>
type Item = Head & Pick<OpenItem, 'parts'> & { readonly isCredit: boolean }

/** What is behind one row of the aging: a line for each open item, and for each open part of one due in parts. */
export const agingItems: QueryHandler<'aging.items'> = ({ db }, { asOf, basis, customerId, currency, in: shown }) => {
  const customer = customerRecord(db, customerId, 'customerId')
  const { baseCurrency, settings } = companyRules(db)
  const own = agingPolicyOf(settings)
  const policy = { ...own, basis: basis ?? own.basis }
  const inCurrency = (wanted: string): readonly Item[] =>
    itemsAsOf(db, customerId, asOf)
      .filter((item) => item.currency === wanted)
      .map((item) => ({ ...item, isCredit: item.original < 0 }))
  const items =
    shown === 'base'
      ? itemsInBase(db, { customerId, currency, asOf, baseCurrency }, inCurrency(baseCurrency))
      : inCurrency(currency ?? customer.currency)
  return items.flatMap((item) => linesOf(item, asOf, policy))
}

const linesOf = (item: Item, asOf: CalendarDate, policy: AgingPolicy): readonly AgingItem[] => {
  const { documentId, kind, number, reference, documentDate, original, isCredit } = item
  return item.parts.map((part) => ({
    documentId,
    kind,
    number,
    reference,
    documentDate,
    dueDate: part.dueDate,
    original,
    open: part.open,
    daysLate: isCredit ? 0 : daysLate(part.dueDate, asOf),
    bucket:
      isCredit && policy.credits === 'own_column'
        ? null
        : bucketOf(policy, asOf, policy.basis === 'due_date' ? part.dueDate : documentDate),
  }))
}

const HEAD = `
  SELECT id AS documentId, kind, number, reference, document_date AS documentDate, base_total AS original
  FROM document WHERE id = ?`

interface InBase {
  readonly customerId: number
  /** Null is every currency. */
  readonly currency: string | null
  readonly asOf: CalendarDate
  readonly baseCurrency: string
}

/** A customer's items as the control account carries them: those of the company's own currency, and the others. */
const itemsInBase = (
  db: Readable,
  { customerId, currency, asOf, baseCurrency }: InBase,
  own: readonly Item[],
): readonly Item[] => {
  const isAsked = (of: string): boolean => currency === null || currency === of
  const isForeign = currenciesOf(db, customerId).some((used) => used !== baseCurrency && isAsked(used))
  const foreign = isForeign ? baseBalancesOf(db, customerId, asOf, baseCurrency) : []
  const carriedAbroad = foreign
    .filter((balance) => isAsked(balance.currency))
    .flatMap(({ documentId, parts, isCredit }): readonly Item[] => {
      const head = db.get<Head>(HEAD, [documentId])
      const carried = parts.filter(({ open }) => open !== 0)
      return head === undefined || carried.length === 0 ? [] : [{ ...head, isCredit, parts: carried }]
    })
  return [...(isAsked(baseCurrency) ? own : []), ...carriedAbroad].toSorted(
    (a, b) =>
      compareDates(firstDue(a), firstDue(b)) ||
      compareDates(a.documentDate, b.documentDate) ||
      a.documentId - b.documentId,
  )
}

const firstDue = ({ parts, documentDate }: Item): CalendarDate => parts[0]?.dueDate ?? documentDate
