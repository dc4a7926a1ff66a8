import type { CustomerCard } from '../../src-shared/customers/contract/customers.ts'
import type { MinorUnits } from '../../src-shared/domain/amounts/money.ts'
import { useFormat } from '../ui/conventions.tsx'
import type { PickerOption } from '../ui/fields/picker-choice.ts'
import { useCustomerCard } from './use-customer-card.ts'
import type { EntrySetup } from './use-entry-setup.ts'

export type CustomerMoney = {
  readonly card: CustomerCard | null
  /** As chosen, or the customer's; the company's own until one is read. */
  readonly currency: string
  /** In that currency, or in another one that it then names. */
  readonly write: (amount: MinorUnits, currency?: string) => string
}

/** Whom an entry is for, and the currency it is counted in. */
export function useCustomerMoney(
  customer: PickerOption | null,
  { profile }: EntrySetup,
  entered: string | null = null,
): CustomerMoney {
  const format = useFormat()
  const card = useCustomerCard(customer)
  const currency = entered ?? card?.customer.currency ?? profile.baseCurrency
  const write = (amount: MinorUnits, of = currency): string =>
    of === currency ? format.amount(amount, currency) : `${format.amount(amount, of)} ${of}`
  return { card, currency, write }
}
