import { useCallback } from 'react'
import type { ReactNode } from 'react'
import { documentKindName } from '../../../src-shared/domain/documents.ts'
import { describeTerms } from '../../../src-shared/domain/terms-text.ts'
import { CustomerPicker } from '../CustomerPicker.tsx'
import { RateField } from '../RateField.tsx'
import type { EntrySetup } from '../use-entry-setup.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { FactLine } from '../../ui/FactLine.tsx'
import type { Fact } from '../../ui/FactLine.tsx'
import { CheckField } from '../../ui/fields/CheckField.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { ReferenceField } from '../../ui/fields/ReferenceField.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { creditLeft } from './credit.ts'
import { DiscountField } from './DiscountField.tsx'
import { withCustomer } from './entry.ts'
import { asksForPayment } from './kinds.ts'
import type { BillingState } from './use-billing-entry.ts'
import css from '../entry.module.css'

export type BillingHeaderProps = { readonly state: BillingState; readonly setup: EntrySetup }

/** Who is billed or credited, when, on which terms, and what is known of the customer. */
export function BillingHeader({ state, setup }: BillingHeaderProps) {
  const { entry, change, card, errors } = state
  const facts = factsOf(state)
  const isPayable = asksForPayment(state.kind)
  return (
    <>
      <div className={css.fields}>
        <FieldRow
          columns={
            isPayable
              ? 'minmax(0, 2.2fr) minmax(0, 1.1fr) minmax(0, 1.4fr) minmax(0, 1.1fr) minmax(0, 1fr)'
              : 'minmax(0, 2.2fr) minmax(0, 1.1fr) minmax(0, 2fr) minmax(0, 1fr)'
          }
        >
          <CustomerPicker
            value={entry.customer}
            onChange={(customer) => state.replace(withCustomer(entry, customer))}
            error={errors['customerId']}
            suffix={card?.customer.onHold === true ? <Pill tone="warn">on hold</Pill> : undefined}
          />
          <DateField
            label={`${documentKindName[state.kind]} date`}
            name="documentDate"
            value={entry.documentDate}
            onChange={(documentDate) => change({ documentDate })}
            error={errors['documentDate']}
            required
          />
          {isPayable ? (
            <>
              <TermsField state={state} setup={setup} />
              <DateField
                label="Due"
                name="dueDate"
                value={state.dueDate}
                onChange={(dueDate) => change({ dueDate })}
                error={errors['dueDate']}
              />
            </>
          ) : (
            <ApplyToField state={state} />
          )}
          <ReferenceField
            label="Customer's reference"
            name="reference"
            value={entry.reference}
            onChange={(reference) => change({ reference })}
            error={errors['reference']}
            maxLength={64}
            quick
            autoFocus={entry.customer !== null}
          />
        </FieldRow>
        <FieldRow columns={state.isForeign ? 'minmax(0, 1fr) 180px 120px 160px' : 'minmax(0, 1fr) 120px 160px'}>
          <TextField
            label="Memo"
            name="memo"
            value={entry.memo}
            onChange={(memo) => change({ memo })}
            error={errors['memo']}
            maxLength={1000}
          />
          {state.isForeign && (
            <RateField
              currency={state.terms.currency}
              baseCurrency={setup.profile.baseCurrency}
              date={entry.documentDate}
              value={entry.rate}
              onChange={(rate) => change({ rate })}
              error={errors['rate']}
            />
          )}
          <DiscountField
            label="Discount"
            name="documentDiscount"
            value={entry.documentDiscount}
            onChange={(documentDiscount) => change({ documentDiscount })}
            currency={state.terms.currency}
            error={errors['documentDiscount']}
          />
          <CheckField
            label="Prices include tax"
            value={entry.pricesIncludeTax}
            onChange={(pricesIncludeTax) => change({ pricesIncludeTax })}
            className={css.beside}
          />
        </FieldRow>
      </div>
      {facts.length > 0 && (
        <div className={css.facts}>
          <FactLine facts={facts} />
        </div>
      )}
    </>
  )
}

function TermsField({ state, setup }: BillingHeaderProps) {
  const { change } = state
  const onChange = useCallback(
    (value: string) => change({ termsId: value === '' ? null : Number(value), dueDate: null }),
    [change],
  )
  const options = setup.terms.map(({ id, name, rule }) => ({ value: String(id), label: name || describeTerms(rule) }))
  const unknown = state.paymentTerms === null ? [{ value: '', label: 'As the customer has' }] : []
  return (
    <SelectField
      label="Terms"
      name="termsId"
      value={String(state.paymentTerms?.id ?? '')}
      onChange={onChange}
      options={[...unknown, ...options]}
      error={state.errors['termsId']}
    />
  )
}

/** Which invoice the credit note settles at once: never silently, so none unless chosen. */
function ApplyToField({ state: { entry, settleable, terms, change, errors } }: { readonly state: BillingState }) {
  const format = useFormat()
  const gone = entry.applyToId !== null && !settleable.some(({ documentId }) => documentId === entry.applyToId)
  return (
    <SelectField
      label="Apply to"
      name="applyToId"
      value={String(entry.applyToId ?? '')}
      onChange={(value) => change({ applyToId: value === '' ? null : Number(value) })}
      options={[
        { value: '', label: 'Leave it unapplied' },
        ...(gone ? [{ value: String(entry.applyToId), label: 'No longer open' }] : []),
        ...settleable.map(({ documentId, number, documentDate, open }) => ({
          value: String(documentId),
          label: `${number}, ${format.date(documentDate)}, ${format.amount(open, terms.currency)} open`,
        })),
      ]}
      error={errors['applyToId']}
    />
  )
}

function factsOf({ kind, card, terms, totals }: BillingState): readonly Fact[] {
  if (card === null) return []
  const figure = (amount: number) => <Figure amount={amount} currency={terms.currency} />
  const credit = asksForPayment(kind) ? creditLeft(card, totals.ok ? totals.totals.total : 0) : null
  return [
    { label: 'Balance', value: figure(card.balance) },
    { label: 'Overdue', value: figure(card.overdue), tone: card.overdue > 0 ? 'overdue' : undefined },
    { label: 'Unapplied', value: figure(card.unapplied) },
    ...(credit === null || card.drafts === 0 ? [] : [{ label: 'In other drafts', value: figure(card.drafts) }]),
    ...(credit === null ? [] : [creditFact(credit.left, figure)]),
  ]
}

const creditFact = (left: number, figure: (amount: number) => ReactNode): Fact => ({
  label: left < 0 ? 'Over the credit limit by' : 'Credit left after this',
  value: figure(Math.abs(left)),
  tone: left < 0 ? 'overdue' : undefined,
})
