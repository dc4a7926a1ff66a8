import { Refusal } from '../../../src-shared/kit/refusal.ts'
import type { Readable } from '../../db/connection.ts'

/** Refuses a tax code that is not there; null, for none, is always right. */
export const assertTaxCodeKnown = (db: Readable, taxCodeId: number | null, path: string): void => {
  if (taxCodeId !== null && db.value('SELECT 1 FROM tax_code WHERE id = ?', [taxCodeId]) === undefined)
    throw new Refusal('tax_code_not_found', {}, path)
}
