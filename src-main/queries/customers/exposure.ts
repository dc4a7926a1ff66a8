import { AMOUNT_MAX } from '../../../src-shared/domain/money.ts'
import type { Readable } from '../../db/connection.ts'

// Drafts that come to more than the ledger holds cannot all be posted: they count as the most it does.
const DRAFTS = `
  SELECT min(coalesce(sum(total), 0), ${AMOUNT_MAX}) FROM draft INDEXED BY draft_by_customer
  WHERE customer_id = :id AND total > 0 AND uid IS NOT :exceptDraft`

const OPEN = `
  SELECT coalesce(sum(balance), 0) FROM open_item WHERE customer_id = :id AND closed_on = '9999-12-31'`

/** What a customer owes and is about to owe, in minor units of the customer's currency. */
export interface Exposure {
  readonly open: number
  readonly drafts: number
}

/** What the customer's drafts will bill; one whose total is not known, or below 0, makes no room for another. */
export const draftsOf = (db: Readable, id: number, exceptDraft: string | null): number =>
  db.value<number>(DRAFTS, { id, exceptDraft }) ?? 0

/** One statement, each half through its own index; `exceptDraft` is the draft that is being posted. */
export const exposureOf = (db: Readable, id: number, exceptDraft: string | null): Exposure =>
  db.get<Exposure>(`SELECT (${OPEN}) AS open, (${DRAFTS}) AS drafts`, { id, exceptDraft }) ?? { open: 0, drafts: 0 }
