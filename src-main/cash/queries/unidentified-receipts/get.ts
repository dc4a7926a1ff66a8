import type {
  UnidentifiedReceipt,
  UnidentifiedReceiptEnd,
} from '../../../../src-shared/cash/contract/unidentified-receipts.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { ExchangeRate } from '../../../../src-shared/domain/amounts/exchange-rate.ts'
import {
  lastingEnd,
  unidentifiedEnds,
  unidentifiedSince,
  type UnidentifiedEnd,
} from '../../facts/unidentified-receipts.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { UNIDENTIFIED_ROW } from './list.ts'

type Stored = UnidentifiedReceipt & { readonly rate: ExchangeRate }

/** One receipt of an unknown payer, with everything that became of it. */
export const unidentifiedReceiptView: QueryHandler<'unidentifiedReceipts.get'> = ({ db }, { id }) => {
  const found = db.get<Stored>(`SELECT unidentified.rate, ${UNIDENTIFIED_ROW} WHERE unidentified.id = ?`, [id])
  if (!found) throw new Refusal('unidentified_receipt_not_found', {}, 'id')
  const ends = unidentifiedEnds(db, id)
  return {
    ...found,
    isOpen: lastingEnd(ends) === undefined,
    earliest: unidentifiedSince(found.date, ends),
    ends: ends.map(endShown),
  }
}

const endShown = ({
  outcome,
  date,
  memo,
  documentId,
  documentNumber,
  voidedOn,
}: UnidentifiedEnd): UnidentifiedReceiptEnd => ({
  outcome,
  date,
  memo,
  receipt: documentId === null ? null : { id: documentId, number: documentNumber ?? '', isVoid: voidedOn !== null },
})
