import type { ParkedReceipt, ParkedReceiptEnd } from '../../../../src-shared/cash/contract/parkedReceipts.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { ExchangeRate } from '../../../../src-shared/domain/exchange-rate.ts'
import { lastingEnd, parkedEnds, parkedSince, type ParkedEnd } from '../../facts/parked-receipts.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { PARKED_ROW } from './list.ts'

type Stored = ParkedReceipt & { readonly rate: ExchangeRate }

/** One receipt of an unknown payer, with everything that became of it. */
export const parkedReceiptView: QueryHandler<'parkedReceipts.get'> = ({ db }, { id }) => {
  const found = db.get<Stored>(`SELECT parked.rate, ${PARKED_ROW} WHERE parked.id = ?`, [id])
  if (!found) throw new Refusal('parked_receipt_not_found', {}, 'id')
  const ends = parkedEnds(db, id)
  return {
    ...found,
    isOpen: lastingEnd(ends) === undefined,
    earliest: parkedSince(found.date, ends),
    ends: ends.map(endShown),
  }
}

const endShown = ({ outcome, date, memo, documentId, documentNumber, voidedOn }: ParkedEnd): ParkedReceiptEnd => ({
  outcome,
  date,
  memo,
  receipt: documentId === null ? null : { id: documentId, number: documentNumber ?? '', isVoid: voidedOn !== null },
})
