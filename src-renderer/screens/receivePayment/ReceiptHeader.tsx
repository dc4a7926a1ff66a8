import { unappliedKinds, unappliedName } from '../../../src-shared/domain/documents.ts'
import { CustomerPicker } from '../../entry/CustomerPicker.tsx'
import { methodOptions } from '../../entry/method-options.ts'
import { RateField } from '../../entry/RateField.tsx'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { useFormat } from '../../ui/conventions.tsx'
import type { Format } from '../../ui/conventions.tsx'
import { FactLine } from '../../ui/FactLine.tsx'
import type { Fact } from '../../ui/FactLine.tsx'
import { AmountField } from '../../ui/fields/AmountField.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { ReferenceField } from '../../ui/fields/ReferenceField.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { withCustomer } from './entry.ts'
import type { ReceiptEntry } from './entry.ts'
import type { ReceiptState } from './use-receipt-entry.ts'
import css from '../../entry/entry.module.css'

/** What was paid before its invoice is found again by the order it pays for. */
const referenceLabel = ({ method, unappliedAs }: ReceiptEntry): string => {
  if (unappliedAs === 'prepayment') return 'Order or reference'
  return method === 'check' ? 'Check number' : 'Reference'
}

export type ReceiptHeaderProps = {
  readonly state: ReceiptState
  readonly setup: EntrySetup
  /** Of the check before this one. */
  readonly lastReference: string
}

/** Who paid, how much, how and when, and what is known of the customer. */
export function ReceiptHeader({ state, setup, lastReference }: ReceiptHeaderProps) {
  const { entry, change, card, errors } = state
  const format = useFormat()
  const facts = factsOf(state, format)
  return (
    <>
      <div className={css.fields}>
        <FieldRow columns="minmax(0, 2.2fr) minmax(0, 1.2fr) minmax(0, 1.2fr) minmax(0, 1fr) minmax(0, 1fr)">
          <CustomerPicker
            value={entry.customer}
            onChange={(customer, foundBy) => state.replace(withCustomer(entry, customer, foundBy))}
            error={errors['customerId']}
            suffix={card?.customer.onHold === true ? <Pill tone="warn">on hold</Pill> : undefined}
          />
          <AmountField
            label="Amount"
            name="amount"
            currency={state.currency}
            value={entry.amount}
            onChange={(amount) => change({ amount })}
            error={errors['amount']}
            required
            quick
            autoFocus={entry.customer !== null}
          />
          <DateField
            label="Date"
            name="date"
            value={entry.date}
            onChange={(date) => change({ date })}
            error={errors['date']}
            required
          />
          <SelectField
            label="Method"
            name="method"
            value={entry.method}
            onChange={(method) => change({ method })}
            options={methodOptions}
          />
          <ReferenceField
            label={referenceLabel(entry)}
            name="reference"
            value={entry.reference}
            onChange={(reference) => change({ reference })}
            error={errors['reference']}
            maxLength={64}
            {...(lastReference === '' ? {} : { lastUsed: lastReference })}
            quick
          />
        </FieldRow>
        <SecondRow state={state} setup={setup} />
      </div>
      {facts.length > 0 && (
        <div className={css.facts}>
          <FactLine facts={facts} />
        </div>
      )}
    </>
  )
}

const UNDEPOSITED = ''

const SAYS_NOTHING = ''

const unappliedChoices = [
  { value: SAYS_NOTHING, label: 'Stays unapplied' },
  ...unappliedKinds.map((kind) => ({ value: kind, label: unappliedName[kind] })),
]

function SecondRow({ state, setup }: Pick<ReceiptHeaderProps, 'state' | 'setup'>) {
  const { entry, change, errors, isForeign } = state
  const banks = setup.accounts
    .filter(({ roles }) => roles.includes('bank'))
    .map(({ id, code, name }) => ({ value: String(id), label: `${code} ${name}` }))
  return (
    <FieldRow
      columns={
        isForeign
          ? 'minmax(0, 1.2fr) minmax(0, 1fr) minmax(0, 1fr) minmax(0, 2fr)'
          : 'minmax(0, 1.2fr) minmax(0, 1fr) minmax(0, 3fr)'
      }
    >
      <SelectField
        label="Deposit to"
        name="depositAccountId"
        value={String(entry.depositAccountId ?? UNDEPOSITED)}
        onChange={(value) => change({ depositAccountId: value === UNDEPOSITED ? null : Number(value) })}
        options={[{ value: UNDEPOSITED, label: 'Undeposited funds' }, ...banks]}
        error={errors['depositAccountId']}
      />
      {isForeign && (
        <RateField
          currency={state.currency}
          baseCurrency={setup.profile.baseCurrency}
          date={entry.date}
          value={entry.rate}
          onChange={(rate) => change({ rate })}
          error={errors['rate']}
        />
      )}
      <SelectField
        label="What is not applied"
        name="unappliedAs"
        value={entry.unappliedAs ?? SAYS_NOTHING}
        onChange={(value) => change({ unappliedAs: unappliedKinds.find((kind) => kind === value) ?? null })}
        options={unappliedChoices}
      />
      <TextField
        label="Memo or remittance advice"
        name="memo"
        value={entry.memo}
        onChange={(memo) => change({ memo })}
        error={errors['memo']}
        placeholder="Invoice numbers written here are proposed first"
        maxLength={1000}
      />
    </FieldRow>
  )
}

function factsOf({ card, currency }: ReceiptState, format: Format): readonly Fact[] {
  if (card === null) return []
  const figure = (amount: number) => <Figure amount={amount} currency={currency} />
  const { lastReceipt, averageDaysLate } = card
  return [
    { label: 'Balance', value: figure(card.balance) },
    { label: 'Overdue', value: figure(card.overdue), tone: card.overdue > 0 ? 'overdue' : undefined },
    { label: 'Unapplied', value: figure(card.unapplied) },
    ...(averageDaysLate === null ? [] : [{ label: 'Usually pays', value: describeHabit(averageDaysLate) }]),
    ...(lastReceipt === null
      ? []
      : [
          {
            label: 'Last payment',
            value: `${format.date(lastReceipt.date)}, ${format.amount(Math.abs(lastReceipt.amount), currency)}`,
          },
        ]),
  ]
}

function describeHabit(averageDaysLate: number): string {
  const days = Math.round(Math.abs(averageDaysLate))
  if (days === 0) return 'on time'
  return `${days} ${days === 1 ? 'day' : 'days'} ${averageDaysLate > 0 ? 'late' : 'early'}`
}
