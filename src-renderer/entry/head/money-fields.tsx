import type { ReceiptMethod } from '../../../src-shared/domain/receipt-method.ts'
import type { AccountRow } from '../../../src-shared/company/contract/setup.ts'
import { IdSelectField } from '../../ui/fields/IdSelectField.tsx'
import { ReferenceField } from '../../ui/fields/ReferenceField.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { methodOptions, bankAccounts } from '../money-accounts.ts'
import type { Bound } from './bind-fields.ts'

/** How money was paid. */
export function MethodField(field: Omit<Bound<ReceiptMethod>, 'name'>) {
  return <SelectField label="Method" name="method" {...field} options={methodOptions} />
}

export type DepositFieldProps = Bound<number | null> & { readonly accounts: readonly AccountRow[] }

/** Where money received goes: to a bank, or to undeposited funds. */
export function DepositField({ accounts, ...field }: DepositFieldProps) {
  return <IdSelectField label="Deposit to" {...field} none="Undeposited funds" options={bankAccounts(accounts)} />
}

export type MoneyReferenceFieldProps = Bound<string> & {
  readonly method: ReceiptMethod
  /** Of something else than a check. */
  readonly label?: string
  readonly lastUsed?: string
  readonly autoFocus?: boolean
}

/** The number of a check, or what else names a payment. */
export function MoneyReferenceField({ method, label, ...field }: MoneyReferenceFieldProps) {
  const usual = method === 'check' ? 'Check number' : 'Reference'
  return <ReferenceField label={label ?? usual} {...field} maxLength={64} quick />
}
