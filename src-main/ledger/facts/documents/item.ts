import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { Readable } from '../../../db/connection.ts'
import type { Stored } from '../../../db/stored.ts'

/** A document with its open item, as applications, unapplications and voids need it. Minor units, signed. */
export interface Item extends Stored<
  'document',
  | 'id'
  | 'kind'
  | 'number'
  | 'customerId'
  | 'currency'
  | 'rate'
  | 'documentDate'
  | 'total'
  | 'discount'
  | 'discountUntil'
  | 'reversesId'
> {
  /** As it was posted, in the company's currency. */
  readonly baseTotal: number
  readonly open: number
  readonly baseOpen: number
  readonly lastEntryOn: CalendarDate
  /** The invoice whose lines it takes back. */
  readonly creditsId: number | null
}

// Without the cast, SQLite plans a join anew for each value that is bound: seven times the cost of reading the rows.
const ITEM = `
  SELECT document.id, document.kind, document.number, document.customer_id AS customerId, document.currency, document.rate,
    document.document_date AS documentDate, document.total, document.base_total AS baseTotal, open_item.balance AS open, open_item.base_balance AS baseOpen,
    document.discount, document.discount_until AS discountUntil, open_item.last_entry_on AS lastEntryOn,
    document.reverses_id AS reversesId, document.credits_id AS creditsId
  FROM document JOIN open_item ON open_item.document_id = document.id
  WHERE document.id = cast(? AS INTEGER)`

/** Refuses a document that is not there; `path` names the field that asked for it. */
export const loadItem = (db: Readable, documentId: number, path: string): Item => {
  const item = db.get<Item>(ITEM, [documentId])
  if (!item) throw new Refusal('document_not_found', {}, path)
  return item
}
