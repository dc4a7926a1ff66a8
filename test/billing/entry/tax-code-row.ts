import type { TaxCodeRow } from '../../../src-shared/company/contract/setup.ts'

/** A code of one tax as the list gives it. `rate` is a percentage in millionths. */
export const taxCodeRow = (id: number, code: string, name: string, rate: number): TaxCodeRow => ({
  id,
  version: 1,
  code,
  name,
  rate,
  accountId: 1,
  taxes: [{ taxCodeId: id, code, rate, accountId: 1, onEarlier: false }],
})
