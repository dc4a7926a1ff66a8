import type { ReceiptMethod } from '../../../src-shared/domain/receipt-method.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { ExchangeRate } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { maxDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { Readable } from '../../db/connection.ts'

/** A receipt of an unknown payer as it was posted. Minor units, more than zero. */
export interface UnidentifiedMoney {
  readonly id: number
  readonly number: string
  readonly date: CalendarDate
  readonly amount: number
  readonly baseAmount: number
  readonly currency: string
  readonly rate: ExchangeRate
  readonly method: ReceiptMethod
  readonly payer: string
  readonly reference: string
  readonly memo: string
  readonly depositAccountId: number
  readonly unidentifiedAccountId: number
}

const UNIDENTIFIED = `
  SELECT id, number, receipt_date AS date, amount, base_amount AS baseAmount, currency, rate, method, payer, reference, memo,
    deposit_account_id AS depositAccountId, unidentified_account_id AS unidentifiedAccountId
  FROM unidentified_receipt WHERE id = ?`

export const unidentifiedMoney = (db: Readable, id: number): UnidentifiedMoney | undefined =>
  db.get<UnidentifiedMoney>(UNIDENTIFIED, [id])

/** How it ended; the void of the receipt it became makes it unidentified again. */
export interface UnidentifiedEnd {
  readonly outcome: 'identified' | 'returned'
  readonly date: CalendarDate
  readonly memo: string
  readonly documentId: number | null
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
