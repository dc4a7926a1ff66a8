import { unappliedKinds, unappliedName } from '../../../src-shared/domain/documents.ts'
import { restChoices, type RestChoice } from '../../../src-shared/cash/contract/receipts.ts'
import { ApplicationDatePlace } from '../../entry/head/ApplicationDatePlace.tsx'
import { bindFields } from '../../entry/head/bind-fields.ts'
import { customerFacts } from '../../entry/head/customer-facts.tsx'
import { CurrencyPlace } from '../../entry/head/CurrencyPlace.tsx'
import { CustomerPlace } from '../../entry/head/CustomerPlace.tsx'
import { EntryHead, HeadRow, Place } from '../../entry/head/EntryHead.tsx'
import { DepositField, MethodField, MoneyReferenceField } from '../../entry/head/money-fields.tsx'
import { MemoField } from '../../entry/head/text-fields.tsx'
import { RatePlace } from '../../entry/head/RateField.tsx'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { useFormat } from '../../ui/conventions.tsx'
import type { Format } from '../../ui/conventions.tsx'
import type { Fact } from '../../ui/FactLine.tsx'
import { AmountField } from '../../ui/fields/AmountField.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { withBankPaid, withCurrency, withCustomer, withRate, withUnappliedAs } from './entry.ts'
import type { ReceiptEntry } from './entry.ts'
import { owedByPayer } from './summary.ts'
import type { ReceiptState } from './use-receipt-entry.ts'

export type ReceiptHeaderProps = {
  readonly state: ReceiptState
  readonly setup: EntrySetup
  /** Of the check before this one. */
  readonly lastReference: string
}

/** Who paid, how much, how and when, and what is known of the customer. */
export function ReceiptHeader({ state, setup, lastReference }: ReceiptHeaderProps) {
  const { entry, update, card, errors } = state
  const field = bindFields(entry, update, errors)
  const format = useFormat()
  // A row of their own where a rate needs their room.
  const later = (
    <>
      <ApplicationDatePlace {...field('applicationDate')} />
      <Place width={3}>
        <MemoField {...field('memo')} {...memoOf(entry)} />
      </Place>
    </>
  )
  return (
    <EntryHead facts={factsOf(state, format)}>
      <HeadRow>
        <CustomerPlace
          customer={entry.customer}
          onPick={(customer, searchText) => update((before) => withCustomer(before, customer, searchText))}
          errors={errors}
          isOnHold={card?.customer.onHold}
        />
        <Place width={1.2}>
          <AmountField label="Amount" {...field('amount')} currency={state.currency} required quick />
        </Place>
        <Place width={1.2}>
          <DateField label="Date" {...field('date')} required />
        </Place>
        <Place width={1}>
          <MethodField {...field('method')} />
        </Place>
        <Place width={1}>
          <MoneyReferenceField
            {...field('reference')}
            method={entry.method}
            {...(lastReference === '' ? {} : { lastUsed: lastReference })}
          />
        </Place>
      </HeadRow>
      <HeadRow>
        <Place width={1.2}>
          <DepositField {...field('depositAccountId')} accounts={setup.accounts} />
        </Place>
        <CurrencyPlace
          {...field('currency')}
          usual={card?.customer.currency ?? setup.profile.baseCurrency}
          onChange={(chosen) => update((before) => withCurrency(before, chosen))}
        />
        <RatePlace
          {...field('rate')}
          onChange={(rate) => update((before) => withRate(before, rate))}
          currency={state.currency}
          baseCurrency={setup.profile.baseCurrency}
          date={entry.date}
          {...(state.following === null ? {} : { usual: { rate: state.following, source: 'From what the bank paid' } })}
        />
        {state.isForeign && (
          <Place width={1}>
            <AmountField
              label="Bank paid"
              {...field('bankPaid')}
              onChange={(bankPaid) => update((before) => withBankPaid(before, bankPaid))}
              currency={setup.profile.baseCurrency}
            />
          </Place>
        )}
        <Place width={1}>
          <SelectField
            label="What is not applied"
            {...field('unappliedAs')}
            value={entry.unappliedAs ?? SAYS_NOTHING}
            onChange={(chosen) =>
              update((before) => withUnappliedAs(before, choiceOf(chosen), state.summary.unapplied))
            }
            options={unappliedChoices}
          />
        </Place>
        {!state.isForeign && later}
      </HeadRow>
      {state.isForeign && <HeadRow>{later}</HeadRow>}
    </EntryHead>
  )
}

/** What was paid before its invoice is found again by the order it pays for. */
const memoOf = ({ unappliedAs }: ReceiptEntry) =>
  unappliedAs === 'prepayment'
    ? { label: 'Order it pays for, or memo', placeholder: 'An invoice with this order finds the payment' }
    : { label: 'Memo or remittance advice', placeholder: 'Invoice numbers written here are proposed first' }

const SAYS_NOTHING = ''

const choiceOf = (chosen: string): RestChoice | null => restChoices.find((choice) => choice === chosen) ?? null

const unappliedChoices = [
  { value: SAYS_NOTHING, label: 'Stays unapplied' },
  ...unappliedKinds.map((kind) => ({ value: kind, label: unappliedName[kind] })),
  { value: 'written_off', label: 'Paid too much: write off' },
]

function factsOf({ card, currency, ledger }: ReceiptState, format: Format): readonly Fact[] {
  if (card === null) return []
  const { lastReceipt, averageDaysLate } = card
  const owed = owedByPayer(ledger.customers, ledger.items, currency)
  return [
    ...customerFacts(card),
    ...(owed === null ? [] : [{ label: 'All with this payer', value: <Figure amount={owed} currency={currency} /> }]),
    ...(averageDaysLate === null ? [] : [{ label: 'Usually pays', value: describeHabit(averageDaysLate) }]),
    ...(lastReceipt === null
      ? []
      : [
          {
            label: 'Last payment',
            value:
              `${format.date(lastReceipt.date)}, ${format.amount(Math.abs(lastReceipt.amount), lastReceipt.currency)} ${lastReceipt.currency === currency ? '' : lastReceipt.currency}`.trim(),
          },
        ]),
  ]
}

function describeHabit(averageDaysLate: number): string {
  const days = Math.round(Math.abs(averageDaysLate))
  if (days === 0) return 'on time'
  return `${days} ${days === 1 ? 'day' : 'days'} ${averageDaysLate > 0 ? 'late' : 'early'}`
}
