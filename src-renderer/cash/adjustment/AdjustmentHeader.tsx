import type { CustomerCard } from '../../../src-shared/customers/contract/customers.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { bindFields } from '../../entry/head/bind-fields.ts'
import type { Update } from '../../entry/head/bind-fields.ts'
import { customerFacts } from '../../entry/head/customer-facts.tsx'
import { CurrencyPlace } from '../../entry/head/CurrencyPlace.tsx'
import { CustomerPlace } from '../../entry/head/CustomerPlace.tsx'
import { EntryHead, HeadRow, Place } from '../../entry/head/EntryHead.tsx'
import { MemoField, PlainReferenceField } from '../../entry/head/text-fields.tsx'
import { RatePlace } from '../../entry/head/RateField.tsx'
import { useLedgerQuery } from '../../api/queries.tsx'
import { AmountField } from '../../ui/fields/AmountField.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { IdSelectField } from '../../ui/fields/IdSelectField.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { withCurrency, withCustomer, withDirection } from './entry.ts'
import type { AdjustmentEntry, Direction } from './entry.ts'

export type AdjustmentHeaderProps = {
  readonly entry: AdjustmentEntry
  readonly update: Update<AdjustmentEntry>
  readonly card: CustomerCard | null
  readonly baseCurrency: string
  readonly currency: string
  /** As typed, or as it follows from what is applied. */
  readonly amount: number
  readonly errors: FieldErrors
}

const directions = [
  { value: 'decrease', label: 'Lower what is owed' },
  { value: 'increase', label: 'Raise what is owed' },
] as const satisfies readonly { value: Direction; label: string }[]

/** Whose balance, which way, why, how much and when. */
export function AdjustmentHeader(props: AdjustmentHeaderProps) {
  const { entry, update, card, baseCurrency, currency, amount, errors } = props
  const field = bindFields(entry, update, errors)
  const { data: reasons = [] } = useLedgerQuery('reasonCodes.list', {})
  const usable = reasons.filter(({ archived, id }) => !archived || id === entry.reasonCodeId)
  return (
    <EntryHead facts={customerFacts(card)}>
      <HeadRow>
        <CustomerPlace
          customer={entry.customer}
          onPick={(customer) => update((before) => withCustomer(before, customer))}
          errors={errors}
        />
        <Place width={1.4}>
          <SelectField
            label="What"
            {...field('direction')}
            onChange={(direction) => update((before) => withDirection(before, direction))}
            options={directions}
            quick
          />
        </Place>
        <Place width={1.4}>
          <IdSelectField
            label="Reason"
            {...field('reasonCodeId')}
            none={entry.reasonCodeId === null ? 'Choose a reason' : undefined}
            options={usable.map(({ id, name }) => ({ id, label: name }))}
            required
            quick
            autoFocus={entry.customer !== null}
          />
        </Place>
        <Place width={1.2}>
          <AmountField
            label="Amount"
            {...field('amount')}
            value={amount === 0 ? null : amount}
            currency={currency}
            quick
          />
        </Place>
        <Place width={1.2}>
          <DateField label="Date" {...field('date')} required />
        </Place>
      </HeadRow>
      <HeadRow>
        <Place width={1}>
          <PlainReferenceField {...field('reference')} />
        </Place>
        <CurrencyPlace
          {...field('currency')}
          usual={card?.customer.currency ?? baseCurrency}
          onChange={(chosen) => update((before) => withCurrency(before, chosen))}
        />
        <RatePlace {...field('rate')} currency={currency} baseCurrency={baseCurrency} date={entry.date} />
        <Place width={4}>
          <MemoField {...field('memo')} placeholder="Who agreed to it, and why" />
        </Place>
      </HeadRow>
    </EntryHead>
  )
}
