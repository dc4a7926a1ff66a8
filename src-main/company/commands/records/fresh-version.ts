import { isDeepStrictEqual } from 'node:util'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { CommandContext } from '../../../kernel/command-handler.ts'
import { textOfValue, type ValueText } from './value-text.ts'

type Fields = Readonly<Record<string, unknown>>

/** `billingAddress` is "billing address" to a clerk, `termsId` is "terms". */
const inWords = (field: string): string =>
  field.replace(/Id$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/**
 * Refuses a change that was made to an older version of a record, naming the fields in which the record now differs
 * from what was entered, with both values. What a fresh one changes is logged as it was before. `entered` holds the fields
 * of the change, `stored` the record as it is.
 * @param say how a clerk writes the value of a field whose value does not say it by itself
 */
export function assertFresh(
  { wasBefore }: Pick<CommandContext, 'wasBefore'>,
  what: string,
  enteredVersion: number,
  entered: Fields,
  stored: Fields & { readonly version: number },
  say: Readonly<Record<string, ValueText>> = {},
): void {
  const fields = Object.keys(entered).filter((field) => !isDeepStrictEqual(entered[field], stored[field]))
  if (enteredVersion === stored.version) {
    wasBefore(Object.fromEntries(fields.map((field) => [field, stored[field] ?? null])))
    return
  }
  if (Object.keys(entered).length === 0) throw new Refusal('stale_version', { what }, 'version')
  const both = fields.map((field) => {
    const text = (value: unknown): string => textOfValue(value, say[field])
    return `${inWords(field)} is now ${text(stored[field])}, here ${text(entered[field])}`
  })
  const changes = both.length === 0 ? 'to exactly what was entered here' : both.join('; ')
  throw new Refusal('stale_version', { what, changes }, 'version')
}
