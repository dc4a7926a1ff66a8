import type { OutputOf } from '../../../src-shared/contract.ts'
import { api } from '../../api/client.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { placedBy } from '../../entry/field-errors.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { bindFields } from '../../entry/head/bind-fields.ts'
import { CurrencyPlace } from '../../entry/head/CurrencyPlace.tsx'
import { Place } from '../../entry/head/EntryHead.tsx'
import { MemoField, PlainReferenceField } from '../../entry/head/text-fields.tsx'
import { RatePlace } from '../../entry/head/RateField.tsx'
import { postingScreen, type PostingFormProps } from '../../entry/posting/PostingScreen.tsx'
import { complete, useForm } from '../../entry/use-form.ts'
import type { Fact } from '../../ui/FactLine.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { AmountField } from '../../ui/fields/AmountField.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { IdSelectField } from '../../ui/fields/IdSelectField.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { chosenOf, rowErrors, rowPathOf } from '../settling/settle-row.ts'
import { SettlingForm, SettlingHead, useSettling } from '../settling/SettlingForm.tsx'
import type { Settling } from '../settling/SettlingForm.tsx'
import type { Emptiness } from '../settling/SettlingPage.tsx'
import {
  adjustmentInput,
  checkAdjustment,
  isBlankAdjustment,
  nextAdjustment,
  startAdjustment,
  sumsOf,
  withAmount,
  withCurrency,
  withCustomer,
  withDirection,
} from './entry.ts'
import type { AdjustmentEntry, Direction } from './entry.ts'

type Posted = OutputOf<'adjustments.post'>

const headFields = new Set(['customerId', 'reasonCodeId', 'amount', 'date', 'currency', 'rate', 'reference', 'memo'])

/** One adjustment: lowers or raises what a customer owes, or writes off what is open. */
function AdjustmentForm(props: PostingFormProps<AdjustmentEntry>) {
  const settling = useSettling(props, 'debits')
  const { entry, update, rows, isRead, currency, write } = settling
  const posting = useForm<AdjustmentEntry, Posted>({
    entry,
    problems: checkAdjustment(entry, rows, write),
    dates: { date: entry.date },
    live: rowErrors(rows, write),
    place: placedBy((path) => (headFields.has(path) ? path : rowPathOf(path, rows))),
    send: () => api.adjustments.post(complete(adjustmentInput(entry, rows))),
  })
  const sums = sumsOf(entry, rows)
  return (
    <SettlingForm
      title="Adjustment"
      sub="Against the account of its reason; no goods, no tax"
      settling={settling}
      posting={posting}
      draft={{ kind: 'adjustment', amount: sums.amount, isBlank: isBlankAdjustment(entry) }}
      describe={(posted) => describePosted(posted, write)}
      figures={figuresOf(entry, sums, currency)}
      head={<AdjustmentHead settling={settling} amount={sums.amount} errors={posting.errors} />}
      grid={{
        label: 'Open items',
        layoutId: 'adjustment-items',
        title: 'Adjust',
        rows: entry.direction === 'increase' ? [] : rows,
        onChange: (next) => update((before) => ({ ...before, ...chosenOf(next) })),
      }}
      emptiness={emptinessOf(entry, isRead)}
    />
  )
}

/** Adjustments, one after the other. */
export const AdjustmentScreen = postingScreen({
  title: 'Adjustment',
  start: startAdjustment,
  next: nextAdjustment,
  form: AdjustmentForm,
})

function emptinessOf({ customer, direction }: AdjustmentEntry, isRead: boolean): Emptiness | null {
  if (customer === null) {
    return {
      title: 'Whose balance?',
      text: 'Type the customer above: its code, any word of its name, or the number of an invoice. Its open items come up here; Space takes one in full.',
    }
  }
  if (direction === 'increase') {
    return { title: 'An item of its own', text: 'What raises the balance settles nothing; it is paid later.' }
  }
  return isRead ? { title: 'Nothing is open', text: 'The adjustment stays as a credit for later.' } : null
}

function figuresOf(entry: AdjustmentEntry, sums: ReturnType<typeof sumsOf>, currency: string): readonly Fact[] {
  const figure = (amount: number) => <Figure amount={amount} currency={currency} />
  const amount = { label: 'Amount', value: figure(sums.amount) }
  if (entry.direction === 'increase') return [amount]
  const tone = sums.left < 0 ? ('overdue' as const) : undefined
  return [
    amount,
    { label: 'Applied', value: figure(sums.applied) },
    { label: 'Stays as credit', value: figure(sums.left), tone },
  ]
}

function describePosted(posted: Posted, write: (amount: number) => string): string {
  const done = `${posted.number} posted, ${write(Math.abs(posted.total))}.`
  return posted.unapplied > 0 ? `${done} ${write(posted.unapplied)} stays as credit.` : done
}

const directionOptions = [
  { value: 'decrease', label: 'Lower what is owed' },
  { value: 'increase', label: 'Raise what is owed' },
] as const satisfies readonly { value: Direction; label: string }[]

type AdjustmentHeadProps = {
  readonly settling: Settling<AdjustmentEntry>
  /** As typed, or as it follows from what is applied. */
  readonly amount: number
  readonly errors: FieldErrors
}

/** Whose balance, which way, why, how much and when. */
function AdjustmentHead({ settling, amount, errors }: AdjustmentHeadProps) {
  const { entry, update, card, currency, setup } = settling
  const field = bindFields(entry, update, errors)
  const { baseCurrency } = setup.profile
  const { data: reasons = [] } = useLedgerQuery('reasonCodes.list', {})
  const usable = reasons.filter(({ archived, id }) => !archived || id === entry.reasonCodeId)
  return (
    <SettlingHead
      settling={settling}
      withCustomer={withCustomer}
      errors={errors}
      first={
        <>
          <Place width={1.4}>
            <SelectField
              label="What"
              {...field('direction')}
              onChange={(direction) => update((before) => withDirection(before, direction))}
              options={directionOptions}
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
            />
          </Place>
          <Place width={1.2}>
            <AmountField
              label="Amount"
              {...field('amount')}
              onChange={(typed) => update((before) => withAmount(before, settling.rows, typed))}
              value={amount === 0 ? null : amount}
              currency={currency}
              quick
            />
          </Place>
          <Place width={1.2}>
            <DateField label="Date" {...field('date')} required />
          </Place>
        </>
      }
      second={
        <>
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
        </>
      }
    />
  )
}
