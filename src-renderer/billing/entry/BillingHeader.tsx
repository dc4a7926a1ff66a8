import type { ReactNode } from 'react'
import { documentKindName } from '../../../src-shared/domain/documents.ts'
import { bindFields } from '../../entry/head/bind-fields.ts'
import { customerFacts } from '../../entry/head/customer-facts.tsx'
import { EntryHead, HeadRow, Place } from '../../entry/head/EntryHead.tsx'
import { RatePlace } from '../../entry/head/RateField.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import type { Fact } from '../../ui/FactLine.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { ReferenceField } from '../../ui/fields/ReferenceField.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { BillCustomer, BillRow } from './BillFields.tsx'
import { shownRate } from '../../cash/settling/crossing.ts'
import { AmountField } from '../../ui/fields/AmountField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { isGone } from './applying.ts'
import { creditLeft } from './credit.ts'
import { withApplyTo, withCurrency, withCustomer } from './entry.ts'
import { asksForPayment } from './kinds.ts'
import { TermsField } from './terms-fields.tsx'
import type { BillingState } from './use-billing-entry.ts'

export type BillingHeaderProps = { readonly state: BillingState }

/** Who is billed or credited, when, on which terms, and what is known of the customer. */
export function BillingHeader({ state }: BillingHeaderProps) {
  const { entry, update, setup } = state
  const { errors } = state.form
  const field = bindFields(entry, update, errors)
  const { currency } = state.terms
  return (
    <EntryHead facts={factsOf(state)}>
      <HeadRow>
        <BillCustomer bill={state} errors={errors} withCustomer={withCustomer} />
        <Place width={1.1}>
          <DateField label={`${documentKindName[state.kind]} date`} {...field('documentDate')} required />
        </Place>
        {asksForPayment(state.kind) ? (
          <>
            <Place width={1.4}>
              <BillingTermsField state={state} />
            </Place>
            <Place width={1.1}>
              <DateField label="Due" {...field('dueDate')} value={state.dueDate} />
            </Place>
          </>
        ) : (
          <Place width={2}>
            <ApplyToField state={state} />
          </Place>
        )}
        <Place width={1}>
          <ReferenceField label="Customer's reference" {...field('reference')} maxLength={64} quick />
        </Place>
      </HeadRow>
      <ApplyAcross state={state} />
      <BillRow
        bill={state}
        field={field}
        onCurrency={(chosen) => update((before) => withCurrency(before, chosen))}
        hasTolerance={asksForPayment(state.kind)}
      >
        <RatePlace
          width="180px"
          {...field('rate')}
          currency={currency}
          baseCurrency={setup.profile.baseCurrency}
          date={entry.documentDate}
        />
      </BillRow>
    </EntryHead>
  )
}

function BillingTermsField({ state: { entry, update, paymentTerms, setup, form } }: BillingHeaderProps) {
  return (
    <TermsField
      {...bindFields(entry, update, form.errors)('termsId')}
      value={paymentTerms?.id ?? null}
      onChange={(termsId) => update((before) => ({ ...before, termsId, dueDate: null }))}
      terms={setup.terms}
      isCustomers={paymentTerms === null}
    />
  )
}

const UNAPPLIED = ''

/** What the credit note settles at once: never silently, so nothing unless chosen. */
function ApplyToField({
  state: { entry, settleable, settleableWithin, applied, terms, update, form },
}: BillingHeaderProps) {
  const format = useFormat()
  const { applyToId } = entry
  const field = bindFields(entry, update, form.errors)('applyToId')
  const numbers = applied.map((line) => settleable.find(({ documentId }) => documentId === line.documentId)?.number)
  return (
    <SelectField
      label="Apply to"
      {...field}
      value={String(applyToId ?? UNAPPLIED)}
      onChange={(chosen) =>
        update((before) =>
          withApplyTo(before, chosen === UNAPPLIED ? null : chosen === 'oldest' ? 'oldest' : Number(chosen)),
        )
      }
      options={[
        { value: UNAPPLIED, label: 'Leave it unapplied' },
        ...(isGone(applyToId, applyToId === 'oldest' ? settleableWithin : settleable)
          ? [{ value: String(applyToId), label: 'No longer open' }]
          : []),
        ...(settleableWithin.length > 1 || (applyToId === 'oldest' && settleableWithin.length > 0)
          ? [{ value: 'oldest', label: 'Those due first, as far as it goes' }]
          : []),
        ...settleable.map(({ documentId, number, documentDate, open, openFrom, currency }) => ({
          value: String(documentId),
          label: `${number}, ${format.date(documentDate)}, ${format.amount(open, currency)}${currency === terms.currency ? '' : ` ${currency}`} open${
            openFrom === undefined ? '' : ` again from ${format.date(openFrom)}`
          }`,
        })),
      ]}
      hint={applyToId === 'oldest' && numbers.length > 0 ? `Settles ${numbers.join(', ')}` : undefined}
    />
  )
}

/** What the credit settles of an item in another currency, and at which rate: each follows when the other is typed. */
function ApplyAcross({ state: { entry, crossing, update, form } }: BillingHeaderProps) {
  const format = useFormat()
  if (crossing === null) return null
  const field = bindFields(entry, update, form.errors)
  const { currency, money, settles, paid } = crossing
  return (
    <HeadRow>
      <Place width="180px">
        <AmountField
          label={`Settles in ${currency}`}
          {...field('applyToSettles')}
          value={settles === 0 ? null : settles}
          currency={currency}
          hint={paid > 0 ? `Takes ${format.amount(paid, money)} ${money} of the credit` : undefined}
        />
      </Place>
      <Place width="180px">
        <TextField
          label="Rate between both"
          {...field('applyToRate')}
          onChange={(rate) => update((before) => ({ ...before, applyToRate: rate, applyToSettles: null }))}
          placeholder={shownRate(crossing)}
          isNumber
        />
      </Place>
    </HeadRow>
  )
}

function factsOf({ kind, card, terms, totals }: BillingState): readonly Fact[] {
  if (card === null) return []
  const figure = (amount: number) => <Figure amount={amount} currency={terms.currency} />
  const credit = asksForPayment(kind) ? creditLeft(card, totals.ok ? totals.totals.total : 0, terms.currency) : null
  if (credit === null) return customerFacts(card)
  return [
    ...customerFacts(card),
    ...(credit.drafts === 0 ? [] : [{ label: 'In other drafts', value: figure(credit.drafts) }]),
    creditFact(credit.left, figure),
  ]
}

const creditFact = (left: number, figure: (amount: number) => ReactNode): Fact => ({
  label: left < 0 ? 'Over the credit limit by' : 'Credit left after this',
  value: figure(Math.abs(left)),
  tone: left < 0 ? 'overdue' : undefined,
})
