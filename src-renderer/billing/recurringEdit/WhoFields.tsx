import { DiscountAndTax, TermsField } from '../entry/terms-fields.tsx'
import { bindFields } from '../../entry/head/bind-fields.ts'
import { CurrencyPlace } from '../../entry/head/CurrencyPlace.tsx'
import { CustomerPlace } from '../../entry/head/CustomerPlace.tsx'
import { EntryHead, HeadRow, Place } from '../../entry/head/EntryHead.tsx'
import { MemoField, PlainReferenceField } from '../../entry/head/text-fields.tsx'
import { forCustomer } from '../schedule/entry.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { TextField } from '../../ui/fields/TextField.tsx'
import type { RecurringState } from './use-recurring-entry.ts'

/** Whom it bills, under what name it is listed, and what stands on each invoice. */
export function WhoFields({ state, setup }: { readonly state: RecurringState; readonly setup: EntrySetup }) {
  const { entry, update, errors, card } = state
  const field = bindFields(entry, update, errors)
  return (
    <EntryHead>
      <HeadRow>
        <CustomerPlace
          customer={entry.customer}
          onPick={(customer) => update((before) => forCustomer(before, customer))}
          errors={errors}
          isOnHold={card?.customer.onHold}
        />
        <Place width={2}>
          <TextField
            label="Name"
            {...field('name')}
            maxLength={200}
            quick
            required
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
      <HeadRow>
        <Place width={1}>
          <MemoField {...field('memo')} />
        </Place>
        <CurrencyPlace {...field('currency')} usual={card?.customer.currency ?? setup.profile.baseCurrency} />
        <DiscountAndTax
          discount={field('documentDiscount')}
          pricesIncludeTax={field('pricesIncludeTax')}
          tolerance={field('toleranceMost')}
          currency={state.terms.currency}
        />
      </HeadRow>
    </EntryHead>
  )
}
