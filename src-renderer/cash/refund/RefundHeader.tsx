import type { CustomerCard } from '../../../src-shared/customers/contract/customers.ts'
import { crossRateText, rateOfAmounts } from '../../../src-shared/domain/cross-rate.ts'
import type { MinorUnits } from '../../../src-shared/domain/money.ts'
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
import { AmountField } from '../../ui/fields/AmountField.tsx'
import { CheckField } from '../../ui/fields/CheckField.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { IdSelectField } from '../../ui/fields/IdSelectField.tsx'
import { withCurrency, withCustomer, withPaidIn } from './entry.ts'
import type { PaidAcross, RefundEntry } from './entry.ts'

export type RefundHeaderProps = {
  readonly entry: RefundEntry
  readonly update: Update<RefundEntry>
  readonly card: CustomerCard | null
  readonly setup: EntrySetup
  /** Of the credits. */
  readonly currency: string
  readonly across: PaidAcross
  /** What is taken of the credit. */
  readonly refunded: MinorUnits
  readonly errors: FieldErrors
}

/** Who gets the money, how and when. */
export function RefundHeader(props: RefundHeaderProps) {
  const { entry, update, card, setup, currency, across, refunded, errors } = props
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
        <CurrencyPlace
          label="Paid in"
          {...field('paidIn')}
          usual={currency}
          onChange={(paidIn) => update((before) => withPaidIn(before, paidIn))}
        />
        {across !== null && (
          <Place width={1.4}>
            <AmountField
              label="Amount paid"
              {...field('paid')}
              value={across.amount}
              currency={across.currency}
              hint={rateHint(refunded, currency, across)}
              quick
            />
          </Place>
        )}
        <RatePlace
          {...field('rate')}
          currency={entry.paidIn ?? currency}
          baseCurrency={baseCurrency}
          date={entry.date}
        />
        <Place width={4}>
          <MemoField {...field('memo')} />
        </Place>
        {across === null && (
          <Place width="190px" isCheck>
            <CheckField label="Paid back too much" {...field('overpaid')} />
          </Place>
        )}
      </HeadRow>
    </EntryHead>
  )
}

/** The rate that both amounts say. */
function rateHint(refunded: MinorUnits, currency: string, across: NonNullable<PaidAcross>): string | undefined {
  const paid = { amount: across.amount ?? 0, currency: across.currency }
  const rate = rateOfAmounts({ amount: refunded, currency }, paid)
  return rate === null ? undefined : crossRateText(rate, currency, across.currency)
}
