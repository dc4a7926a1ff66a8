import type { CustomerCard } from '../../../src-shared/contract/customers.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { bindFields } from '../../entry/head/bind-fields.ts'
import type { Update } from '../../entry/head/bind-fields.ts'
import { customerFacts } from '../../entry/head/customer-facts.tsx'
import { CurrencyPlace } from '../../entry/head/CurrencyPlace.tsx'
import { CustomerPlace } from '../../entry/head/CustomerPlace.tsx'
import { EntryHead, HeadRow, Place } from '../../entry/head/EntryHead.tsx'
import { MethodField, MoneyReferenceField } from '../../entry/head/money-fields.tsx'
import { MemoField } from '../../entry/head/text-fields.tsx'
import { RatePlace } from '../../entry/head/RateField.tsx'
import { moneyAccounts } from '../../entry/money-accounts.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { CheckField } from '../../ui/fields/CheckField.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { IdSelectField } from '../../ui/fields/IdSelectField.tsx'
import { withCurrency, withCustomer } from './entry.ts'
import type { RefundEntry } from './entry.ts'

export type RefundHeaderProps = {
  readonly entry: RefundEntry
  readonly update: Update<RefundEntry>
  readonly card: CustomerCard | null
  readonly setup: EntrySetup
  readonly currency: string
  readonly errors: FieldErrors
}

/** Who gets the money, how and when. */
export function RefundHeader({ entry, update, card, setup, currency, errors }: RefundHeaderProps) {
  const field = bindFields(entry, update, errors)
  const { baseCurrency } = setup.profile
  const bank = setup.accounts.find(({ roles }) => roles.includes('bank'))
  return (
    <EntryHead facts={customerFacts(card)}>
      <HeadRow>
        <CustomerPlace
          customer={entry.customer}
          onPick={(customer) => update((before) => withCustomer(before, customer))}
          errors={errors}
        />
        <Place width={1.2}>
          <DateField label="Date" {...field('date')} required />
        </Place>
        <Place width={1.2}>
          <MethodField {...field('method')} />
        </Place>
        <Place width={1.2}>
          <MoneyReferenceField {...field('reference')} method={entry.method} autoFocus={entry.customer !== null} />
        </Place>
      </HeadRow>
      <HeadRow>
        <Place width={1.2}>
          <IdSelectField
            label="Paid from"
            {...field('bankAccountId')}
            value={entry.bankAccountId ?? bank?.id ?? null}
            options={moneyAccounts(setup.accounts)}
          />
        </Place>
        <CurrencyPlace
          {...field('currency')}
          usual={card?.customer.currency ?? baseCurrency}
          onChange={(chosen) => update((before) => withCurrency(before, chosen))}
        />
        <RatePlace {...field('rate')} currency={currency} baseCurrency={baseCurrency} date={entry.date} />
        <Place width={4}>
          <MemoField {...field('memo')} />
        </Place>
        <Place width="190px" isCheck>
          <CheckField label="Paid back too much" {...field('overpaid')} />
        </Place>
      </HeadRow>
    </EntryHead>
  )
}
