import type { ReceiptMethod } from '../../../src-shared/domain/receipt-method.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import type { ExchangeRate } from '../../../src-shared/domain/exchange-rate.ts'
import { maxDate } from '../../../src-shared/domain/calendar.ts'
import type { Readable } from '../../db/connection.ts'

/** A receipt of an unknown payer as it was posted. Minor units, more than zero. */
export interface ParkedMoney {
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
  readonly parkedAccountId: number
}

const PARKED = `
  SELECT id, number, receipt_date AS date, amount, base_amount AS baseAmount, currency, rate, method, payer, reference, memo,
    deposit_account_id AS depositAccountId, unidentified_account_id AS parkedAccountId
  FROM unidentified_receipt WHERE id = ?`

export const parkedMoney = (db: Readable, id: number): ParkedMoney | undefined => db.get<ParkedMoney>(PARKED, [id])

/** How it ended; the void of the receipt it became parks it again. */
export interface ParkedEnd {
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

export const parkedEnds = (db: Readable, id: number): readonly ParkedEnd[] => db.all<ParkedEnd>(ENDS, [id])

/** The end that counts; undefined while it is parked. */
export const lastingEnd = (ends: readonly ParkedEnd[]): ParkedEnd | undefined =>
  ends.find(({ voidedOn }) => voidedOn === null)

/** From when on it may end: the day it came, or was last parked again. */
export const parkedSince = (date: CalendarDate, ends: readonly ParkedEnd[]): CalendarDate =>
  ends.reduce((latest, { voidedOn }) => (voidedOn === null ? latest : maxDate(latest, voidedOn)), date)
