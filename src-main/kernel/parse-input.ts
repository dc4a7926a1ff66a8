import type { z } from 'zod'
import { Refusal } from '../../src-shared/kit/refusal.ts'

/** The problems our own fields name, as the end of a sentence that starts with the field. */
const problems: Readonly<Record<string, string>> = {
  required: 'is needed. Enter it',
  too_long: 'is too long. Shorten it',
  bad_characters: 'has characters that cannot be stored. Type it again',
  bad_date: 'is not a date. Enter one such as 2025-06-30',
  negative: 'cannot be negative. Enter zero or more',
  not_positive: 'must be more than zero. Enter an amount',
  over_hundred: 'cannot be over 100 percent. Enter 100 or less',
  bad_rate: 'is not an exchange rate. Enter one such as 1.0845',
  bad_price: 'is not a price. Enter one such as 12.50',
  too_large: 'is too large. Enter less',
  bad_pin: 'is not a PIN. Enter 4 to 12 digits',
  bad_currency: 'is not a currency. Enter a code such as USD',
}

const generic: Readonly<Record<string, string>> = {
  invalid_type: 'has the wrong form. Enter it again',
  unrecognized_keys: 'has parts that do not belong there. Restart Duebook',
  too_big: 'is too large. Enter less',
  too_small: 'is too small or missing. Enter more',
  invalid_format: 'has the wrong form. Enter it again',
  invalid_value: 'is not one of the choices. Choose from the list',
}

const describe = (issue: z.core.$ZodIssue): string =>
  problems[issue.message] ?? generic[issue.code] ?? 'is not valid. Enter it again'

/** `lines.2.unitPrice` is "Line 3, unit price" to a clerk. */
const fieldName = (path: readonly PropertyKey[]): string => {
  if (path.length === 0) return 'The entry'
  const words = path.map((key) =>
    typeof key === 'number'
      ? `${key + 1},`
      : String(key)
          .replace(/([A-Z])/g, ' $1')
          .toLowerCase(),
  )
  const text = words
    .join(' ')
    .replace(/^lines /, 'line ')
    .replace(/ id$/, '')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Parses strictly: an unknown key is refused like a wrong value. Throws the first problem as a Refusal with its path. */
export const parseInput = <S extends z.ZodType>(schema: S, input: unknown): z.output<S> => {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  if (!issue) throw new Error('a failed parse names no issue')
  throw new Refusal(
    'invalid_input',
    { field: fieldName(issue.path), problem: describe(issue) },
    issue.path.map(String).join('.'),
  )
}
