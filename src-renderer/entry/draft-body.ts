import { isCalendarDate } from '../../src-shared/domain/calendar.ts'
import type { CalendarDate } from '../../src-shared/domain/calendar.ts'
import { isKnownCurrency } from '../../src-shared/domain/money.ts'
import { priceProblem, unitPriceOf } from '../../src-shared/domain/unit-price.ts'
import type { UnitPrice } from '../../src-shared/domain/unit-price.ts'
import type { PickerOption } from '../ui/fields/picker-choice.ts'

/**
 * What a draft was saved as, read back field by field: an older Duebook may have written it, so that what is missing or
 * of another kind counts as not entered.
 */
export type DraftBody = Readonly<Record<string, unknown>>

export const bodyOf = (value: unknown): DraftBody =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}

export const textIn = (body: DraftBody, field: string): string => {
  const value = body[field]
  return typeof value === 'string' ? value : ''
}

export const textsIn = (body: DraftBody, field: string): Readonly<Record<string, string>> => {
  const texts = bodyOf(body[field])
  return Object.fromEntries(Object.keys(texts).map((name) => [name, textIn(texts, name)]))
}

export const flagIn = (body: DraftBody, field: string): boolean => body[field] === true

/** Amounts in minor units, millionths and ids: whole numbers all. */
export const wholeIn = (body: DraftBody, field: string): number | null => {
  const value = body[field]
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null
}

export const priceIn = (body: DraftBody, field: string): UnitPrice | null => {
  const value = body[field]
  const isPrice = (typeof value === 'number' || typeof value === 'string') && priceProblem(value) === null
  return isPrice ? unitPriceOf(value) : null
}

export const dateIn = (body: DraftBody, field: string): CalendarDate | null => {
  const value = body[field]
  return typeof value === 'string' && isCalendarDate(value) ? value : null
}

/** The currency a draft names; null where it names none, which is the customer's. */
export const currencyIn = (body: DraftBody, field = 'currency'): string | null => {
  const value = textIn(body, field)
  return isKnownCurrency(value) ? value : null
}

export const listIn = (body: DraftBody, field: string): readonly DraftBody[] => {
  const value = body[field]
  return Array.isArray(value) ? value.map(bodyOf) : []
}

export const optionIn = (body: DraftBody, field: string): PickerOption | null => {
  const option = bodyOf(body[field])
  const key = textIn(option, 'key')
  return key === '' ? null : { key, code: textIn(option, 'code'), name: textIn(option, 'name') }
}
