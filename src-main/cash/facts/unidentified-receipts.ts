import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { maxDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { Readable } from '../../db/connection.ts'
import type { Stored } from '../../db/stored.ts'

/** A receipt of an unknown payer as it was posted. Minor units, more than zero. */
export interface UnidentifiedMoney extends Stored<
  'unidentifiedReceipt',
  | 'id'
  | 'number'
  | 'amount'
  | 'baseAmount'
  | 'currency'
  | 'rate'
  | 'method'
  | 'payer'
  | 'reference'
  | 'memo'
  | 'depositAccountId'
  | 'unidentifiedAccountId'
> {
  readonly date: CalendarDate
}

const UNIDENTIFIED = `
  SELECT id, number, receipt_date AS date, amount, base_amount AS baseAmount, currency, rate, method, payer, reference, memo,
    deposit_account_id AS depositAccountId, unidentified_account_id AS unidentifiedAccountId
  FROM unidentified_receipt WHERE id = ?`

export const unidentifiedMoney = (db: Readable, id: number): UnidentifiedMoney | undefined =>
  db.get<UnidentifiedMoney>(UNIDENTIFIED, [id])

/** How it ended; the void of the receipt it became makes it unidentified again. */
export interface UnidentifiedEnd extends Stored<'unidentifiedReceiptEnd', 'outcome' | 'memo' | 'documentId'> {
  readonly date: CalendarDate
  readonly documentNumber: string | null
  readonly voidedOn: CalendarDate | null
}

const ENDS = `
  SELECT ended.outcome, ended.ended_on AS date, ended.memo, ended.document_id AS documentId, receipt.number AS documentNumber,
    void.document_date AS voidedOn
  FROM unidentified_receipt_end AS ended
  LEFT JOIN document AS receipt ON receipt.id = ended.document_id
  LEFT JOIN document AS void ON void.reverses_id = ended.document_id
  WHERE ended.unidentified_id = ? ORDER BY ended.command_seq, ended.id`

export const unidentifiedEnds = (db: Readable, id: number): readonly UnidentifiedEnd[] =>
  db.all<UnidentifiedEnd>(ENDS, [id])

/** The end that counts; undefined while it is unidentified. */
export const lastingEnd = (ends: readonly UnidentifiedEnd[]): UnidentifiedEnd | undefined =>
  ends.find(({ voidedOn }) => voidedOn === null)

/** From when on it may end: the day it came, or was last unidentified again. */
export const unidentifiedSince = (date: CalendarDate, ends: readonly UnidentifiedEnd[]): CalendarDate =>
  ends.reduce((latest, { voidedOn }) => (voidedOn === null ? latest : maxDate(latest, voidedOn)), date)
