import { BillCustomer, BillRow } from '../entry/BillFields.tsx'
import { TermsField } from '../entry/terms-fields.tsx'
import { bindFields } from '../../entry/head/bind-fields.ts'
import { EntryHead, HeadRow, Place } from '../../entry/head/EntryHead.tsx'
import { PlainReferenceField } from '../../entry/head/text-fields.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { forCustomer } from '../schedule/entry.ts'
import type { RecurringState } from './use-recurring-entry.ts'

/** Whom it bills, under what name it is listed, and what stands on each invoice. */
export function WhoFields({ state }: { readonly state: RecurringState }) {
  const { entry, update, setup } = state
  const { errors } = state.form
  const field = bindFields(entry, update, errors)
  return (
    <EntryHead>
      <HeadRow>
        <BillCustomer bill={state} errors={errors} withCustomer={forCustomer} />
        <Place width={2}>
          <TextField
            label="Name"
            {...field('name')}
            maxLength={200}
            quick
            required
            // Made of a posted invoice it is for its customer; what it needs is a name.
            autoFocus={entry.customer !== null}
          />
        </Place>
        <Place width={1.4}>
          <TermsField {...field('termsId')} terms={setup.terms} isCustomers />
        </Place>
        <Place width={1.2}>
          <PlainReferenceField label="Customer's reference" {...field('reference')} />
        </Place>
      </HeadRow>
      <BillRow bill={state} field={field} onCurrency={field('currency').onChange} />
    </EntryHead>
  )
}
