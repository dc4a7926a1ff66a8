import type { AccountRow } from '../../src-shared/contract/setup.ts'
import type { SelectOption } from '../ui/fields/SelectField.tsx'

const UNDEPOSITED = ''

/** Where money received can go: a bank, or undeposited funds. */
export const depositOptions = (accounts: readonly AccountRow[]): readonly SelectOption<string>[] => [
  { value: UNDEPOSITED, label: 'Undeposited funds' },
  ...accounts
    .filter(({ roles }) => roles.includes('bank'))
    .map(({ id, code, name }) => ({ value: String(id), label: `${code} ${name}` })),
]

/** The option of an account; null is undeposited funds. */
export const depositValue = (accountId: number | null): string => String(accountId ?? UNDEPOSITED)

export const depositAccountOf = (value: string): number | null => (value === UNDEPOSITED ? null : Number(value))
