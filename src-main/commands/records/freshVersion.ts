import { isDeepStrictEqual } from 'node:util'
import { Refusal } from '../../../src-shared/contract/refusal.ts'

type Fields = Readonly<Record<string, unknown>>

/** `billingAddress` is "billing address" to a clerk, `termsId` is "terms". */
const inWords = (field: string): string =>
  field.replace(/Id$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/**
 * Refuses a change that was made to an older version of a record, naming the fields in which the record now differs
 * from what was entered. `entered` holds the fields of the change, `stored` the record as it is.
 */
export function assertFresh(
  what: string,
  enteredVersion: number,
  entered: Fields,
  stored: Fields & { readonly version: number },
): void {
  if (enteredVersion === stored.version) return
  const fields = Object.keys(entered).filter((field) => !isDeepStrictEqual(entered[field], stored[field]))
  const changes =
    fields.length === 0
      ? 'to exactly what was entered here'
      : `it now differs from this entry in ${fields.map(inWords).join(', ')}`
  throw new Refusal('stale_version', { what, changes }, 'version')
}
