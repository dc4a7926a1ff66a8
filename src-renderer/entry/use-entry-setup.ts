import type { CompanyProfile } from '../../src-shared/company/contract/company.ts'
import type { AccountRow, ProductRow, TaxCodeRow, TermsRow } from '../../src-shared/company/contract/setup.ts'
import type { RefusedError } from '../api/client.ts'
import { useLedgerQuery } from '../api/queries.tsx'

/** What entries choose from, and how the company counts. */
export type EntrySetup = {
  readonly profile: CompanyProfile
  readonly terms: readonly TermsRow[]
  readonly taxCodes: readonly TaxCodeRow[]
  readonly products: readonly ProductRow[]
  readonly accounts: readonly AccountRow[]
}

/** Null until all of it is read, which takes a few milliseconds once. */
export function useEntrySetup(): { readonly setup: EntrySetup | null; readonly error: RefusedError | null } {
  const profile = useLedgerQuery('company.profile', {})
  const terms = useLedgerQuery('terms.list', {})
  const taxCodes = useLedgerQuery('taxCodes.list', {})
  const products = useLedgerQuery('products.list', {})
  const accounts = useLedgerQuery('accounts.list', {})
  const error = profile.error ?? terms.error ?? taxCodes.error ?? products.error ?? accounts.error
  const isRead = profile.data && terms.data && taxCodes.data && products.data && accounts.data
  if (!isRead) return { setup: null, error }
  return {
    setup: {
      profile: profile.data,
      terms: terms.data,
      taxCodes: taxCodes.data,
      products: products.data,
      accounts: accounts.data,
    },
    error,
  }
}
