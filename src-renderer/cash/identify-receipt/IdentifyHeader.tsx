import type { CustomerCard } from '../../../src-shared/customers/contract/customers.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { ApplicationDatePlace } from '../../entry/head/ApplicationDatePlace.tsx'
import { bindFields } from '../../entry/head/bind-fields.ts'
import type { Update } from '../../entry/head/bind-fields.ts'
import { customerFacts } from '../../entry/head/customer-facts.tsx'
import { CustomerPlace } from '../../entry/head/CustomerPlace.tsx'
import { EntryHead, HeadRow, Place } from '../../entry/head/EntryHead.tsx'
import { MemoField } from '../../entry/head/text-fields.tsx'
import { RatePlace } from '../../entry/head/RateField.tsx'
import type { Fact } from '../../ui/FactLine.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { withCustomer } from './entry.ts'
import type { IdentifyEntry } from './entry.ts'
import type { Unidentified } from './start.ts'

export type IdentifyHeaderProps = {
  readonly entry: IdentifyEntry
  readonly unidentified: Unidentified
  readonly update: Update<IdentifyEntry>
  readonly card: CustomerCard | null
  readonly baseCurrency: string
  readonly errors: FieldErrors
}

/** What is known of the money, and whose it turns out to be. */
export function IdentifyHeader({ entry, unidentified, update, card, baseCurrency, errors }: IdentifyHeaderProps) {
  const field = bindFields(entry, update, errors)
  return (
    <EntryHead before={factsOf(unidentified)} facts={customerFacts(card)}>
      <HeadRow>
        <CustomerPlace
          customer={entry.customer}
          onPick={(customer) => update((before) => withCustomer(before, customer))}
          errors={errors}
        />
        <Place width={1.1}>
          <DateField label="Date" {...field('date')} required />
        </Place>
        <RatePlace
          {...field('rate')}
          currency={unidentified.currency}
          baseCurrency={baseCurrency}
          date={entry.date}
          usual={{ rate: unidentified.rate, source: 'As it was received' }}
        />
        <ApplicationDatePlace {...field('applicationDate')} />
        <Place width={2}>
          <MemoField {...field('memo')} placeholder="Invoice numbers written here are proposed first" />
        </Place>
      </HeadRow>
    </EntryHead>
  )
}

const factsOf = ({ payer, reference, memo, depositAccount }: Unidentified): readonly Fact[] =>
  [
    { label: 'Payer', value: payer },
    { label: 'Reference', value: reference },
    { label: 'Memo', value: memo },
    { label: 'Lies on', value: depositAccount },
  ].filter(({ value }) => value !== '')
