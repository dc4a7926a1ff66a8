import { z } from 'zod'
import { AMOUNT_MAX, isKnownCurrency } from '../domain/amounts/money.ts'
import { exchangeRate as rateOfText, isRateText, RATE_TEXT_MAX } from '../domain/amounts/exchange-rate.ts'
import { plainCode } from '../domain/text/look-alike.ts'
import { priceProblem, unitPriceOf, type UnitPrice } from '../domain/amounts/unit-price.ts'
import { isCalendarDate, type CalendarDate } from '../domain/dates/calendar.ts'

/** The building blocks of every input: strict, bounded, NFC text. */

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/
// Tab and line feed are text a clerk may type; other control characters never are.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F]/

/** Text as a clerk types it: trimmed, NFC, at most `max` characters, without control characters. */
export const text = (max: number, min = 0) =>
  z
    .string()
    .max(max * 2)
    .transform((value) => value.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(min, { error: 'required' })
        .max(max, { error: 'too_long' })
        .refine((value) => !LONE_SURROGATE.test(value) && !CONTROL.test(value), { error: 'bad_characters' }),
    )

export const name = text(200, 1)
export const memo = text(1000)

/** A code or number: what nobody sees is dropped, full-width letters and digits become plain ones. */
export const codeText = (max: number, min = 0) =>
  z
    .string()
    .max(max * 4)
    .transform(plainCode)
    .pipe(text(max, min))

export const reference = codeText(64)
export const code = codeText(32, 1)

export const date = z.custom<CalendarDate>((value) => typeof value === 'string' && isCalendarDate(value), {
  error: 'bad_date',
})

/** Minor units of the document's currency, signed. */
export const amount = z.int().min(-AMOUNT_MAX).max(AMOUNT_MAX)
/** Minor units, zero or more. */
export const positiveOrZero = z.int().min(0, { error: 'negative' }).max(AMOUNT_MAX)
/** Minor units, more than zero. */
export const positive = z.int().min(1, { error: 'not_positive' }).max(AMOUNT_MAX)
/** What cash is more than what it settles, in minor units: at most half of the largest step there is. */
export const cashRounding = z.int().min(-50_000).max(50_000).default(0)
/** Decimals of up to 6 digits, in millionths. */
export const millionths = z.int().min(-AMOUNT_MAX).max(AMOUNT_MAX)
/** Millionths as a whole number; a price that these do not hold, or any other, as decimal text. */
export const unitPrice = z
  .custom<UnitPrice>((value) => priceProblem(value) === null, {
    error: ({ input }) => priceProblem(input) ?? undefined,
  })
  .transform(unitPriceOf)
/** A percentage in millionths: 15% is 15,000,000. */
export const percent = z.int().min(0, { error: 'negative' }).max(100_000_000, { error: 'over_hundred' })

export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, { error: 'bad_currency' })
  .refine(isKnownCurrency, { error: 'bad_currency' })
/** The document's; null is the customer's. */
export const documentCurrency = currency.nullable().default(null)
export const id = z.int().min(1).max(Number.MAX_SAFE_INTEGER)
export const version = z.int().min(1)
export const limit = z.int().min(1).max(500).default(200)
/** Stands for a file the clerk chose in a dialog, for one purpose and a short time; the renderer never sees a path. */
export const fileToken = z.string().regex(/^[0-9a-f]{32}$/)
/** Decimal text as it is quoted: "1.0845" base currency for one unit, "1/26315" units for one of the base currency. */
export const exchangeRate = z
  .string()
  .max(RATE_TEXT_MAX, { error: 'bad_rate' })
  .refine(isRateText, { error: 'bad_rate' })
  .transform(rateOfText)
/** The document's; null takes the table's of the document's day, or is right because both currencies are the same. */
export const rate = exchangeRate.nullable().default(null)
