import type { AgingItem } from '../../../src-shared/contract/aging.ts'
import { bucketOf, daysLate } from '../../../src-shared/domain/aging.ts'
import { agingPolicyOf, readSettings } from '../company/settings.ts'
import { assertCustomer } from '../customers/record.ts'
import type { QueryHandler } from '../handler.ts'
import { itemsAsOf } from '../openItems/asOf.ts'

/** What is behind one row of the aging: a line for each open item, and for each open part of one due in parts. */
export const agingItems: QueryHandler<'aging.items'> = ({ db }, { asOf, basis, customerId }) => {
  assertCustomer(db, customerId)
  const own = agingPolicyOf(readSettings(db))
  const policy = { ...own, basis: basis ?? own.basis }
  return itemsAsOf(db, customerId, asOf).flatMap((item): readonly AgingItem[] =>
    item.parts.map((part) => ({
      documentId: item.documentId,
      kind: item.kind,
      number: item.number,
      reference: item.reference,
      documentDate: item.documentDate,
      dueDate: part.dueDate,
      original: item.original,
      open: part.open,
      daysLate: part.open > 0 ? daysLate(part.dueDate, asOf) : 0,
      bucket:
        part.open < 0 && policy.credits === 'own_column'
          ? null
          : bucketOf(policy, asOf, policy.basis === 'due_date' ? part.dueDate : item.documentDate),
    })),
  )
}
