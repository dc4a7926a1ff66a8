import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import { inCurrency, toBase } from '../../../../src-shared/domain/amounts/exchange-rate.ts'
import { AMOUNT_MAX, addChecked, sum } from '../../../../src-shared/domain/amounts/money.ts'
import type { Readable } from '../../../db/connection.ts'
import { latestRate } from '../../../company/queries/rates/rates.ts'

// Drafts that come to more than the ledger holds cannot all be posted: they count as the most it does.
const DRAFTS = `
  SELECT min(coalesce(sum(iif(coalesce(currency, :currency) = :currency, total, 0)), 0), ${AMOUNT_MAX}) AS ownDrafts,
    count(iif(coalesce(currency, :currency) = :currency, NULL, 1)) AS otherDrafts
  FROM draft INDEXED BY draft_by_customer
  WHERE customer_id = :id AND total > 0 AND uid IS NOT :exceptDraft`

const OPEN = `
  SELECT coalesce(sum(iif(currency = :currency, balance, 0)), 0) AS ownOpen,
    coalesce(sum(iif(currency = :currency, 0, base_balance)), 0) AS otherOpen
  FROM open_item WHERE customer_id = :id AND closed_on = '9999-12-31'`

const OTHER_DRAFTS = `
  SELECT currency, min(sum(total), ${AMOUNT_MAX}) AS total FROM draft INDEXED BY draft_by_customer
  WHERE customer_id = :id AND total > 0 AND uid IS NOT :exceptDraft AND currency <> :currency AND currency IS NOT NULL
  GROUP BY currency`

interface Row {
  readonly ownOpen: number
  /** In the company's currency, as the books carry it. */
  readonly otherOpen: number
  readonly ownDrafts: number
  readonly otherDrafts: number
}

/** Whose limit it is, in what currency the limit is, and the day that rates are taken of. */
export interface ExposureRequest {
  readonly id: number
  readonly currency: string
  readonly baseCurrency: string
  readonly date: CalendarDate
  /** The draft that is being posted, or that the entry that asks knows better. */
  readonly exceptDraft: string | null
}

/** What a customer owes and is about to owe, in minor units of the customer's own currency. */
export interface Exposure {
  readonly open: number
  readonly drafts: number
}

/** An amount in the company's currency as it counts against the limit; null without a rate of the limit's currency. */
export const againstLimit = (
  db: Readable,
  amount: number,
  { currency, baseCurrency, date }: Pick<ExposureRequest, 'currency' | 'baseCurrency' | 'date'>,
): number | null => {
  if (amount === 0 || currency === baseCurrency) return amount
  const latest = latestRate(db, currency, date)
  return latest === undefined ? null : inCurrency(amount, currency, baseCurrency, latest.rate)
}

/**
 * Counts what is open in other currencies as the books carry it, and drafts in them at the rate of the day; a draft in a
 * currency without a rate counts once it is posted. Null when a rate of the limit's own currency is needed and missing.
 * One statement, each half through its own index, while all is in the customer's currency.
 */
export const exposureOf = (db: Readable, asked: ExposureRequest): Exposure | null => {
  const { id, currency, exceptDraft } = asked
  const row = db.get<Row>(`SELECT * FROM (${OPEN}), (${DRAFTS})`, { id, currency, exceptDraft })
  if (!row) throw new Error('a sum has a row')
  const otherOpen = againstLimit(db, row.otherOpen, asked)
  const otherDrafts = row.otherDrafts === 0 ? 0 : againstLimit(db, otherDraftsInBase(db, asked), asked)
  if (otherOpen === null || otherDrafts === null) return null
  return { open: addChecked(row.ownOpen, otherOpen), drafts: addChecked(row.ownDrafts, otherDrafts) }
}

/** A draft whose total is not known, or below 0, makes no room for another. */
const otherDraftsInBase = (db: Readable, { id, currency, baseCurrency, date, exceptDraft }: ExposureRequest): number =>
  sum(
    db.all<{ currency: string; total: number }>(OTHER_DRAFTS, { id, currency, exceptDraft }).map((drafts) => {
      if (drafts.currency === baseCurrency) return drafts.total
      const latest = latestRate(db, drafts.currency, date)
      return latest === undefined ? 0 : toBase(drafts.total, drafts.currency, baseCurrency, latest.rate)
    }),
  )
