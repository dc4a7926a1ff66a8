import type { FieldErrors } from '../../entry/field-errors.ts'
import { bindFields } from '../../entry/head/bind-fields.ts'
import type { Update } from '../../entry/head/bind-fields.ts'
import { CurrencyField } from '../../entry/head/CurrencyPlace.tsx'
import { EntryHead, HeadRow, Place } from '../../entry/head/EntryHead.tsx'
import { DepositField, MethodField, MoneyReferenceField } from '../../entry/head/money-fields.tsx'
import { MemoField } from '../../entry/head/text-fields.tsx'
import { RatePlace } from '../../entry/head/RateField.tsx'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { AmountField } from '../../ui/fields/AmountField.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { withCurrency } from './entry.ts'
import type { UnidentifiedEntry } from './entry.ts'

export type UnidentifiedHeaderProps = {
  readonly entry: UnidentifiedEntry
  readonly update: Update<UnidentifiedEntry>
  readonly setup: EntrySetup
  readonly errors: FieldErrors
}

/** How much came, when and how, and what is known of the payer. */
export function UnidentifiedHeader({ entry, update, setup, errors }: UnidentifiedHeaderProps) {
  const field = bindFields(entry, update, errors)
  const { baseCurrency } = setup.profile
  const { currency } = entry
  return (
    <EntryHead>
      <HeadRow>
        <Place width={1.2}>
          <AmountField label="Amount" {...field('amount')} currency={currency} hideCurrency required quick autoFocus />
        </Place>
        <Place width={0.6}>
          <CurrencyField
            {...field('currency')}
            onChange={(chosen) => update((before) => withCurrency(before, chosen))}
          />
        </Place>
        <Place width={1.1}>
          <DateField label="Date" {...field('date')} required />
        </Place>
        <Place width={1.1}>
          <MethodField {...field('method')} />
        </Place>
        <Place width={1.1}>
          <MoneyReferenceField {...field('reference')} method={entry.method} />
        </Place>
      </HeadRow>
      <HeadRow>
        <Place width={2}>
          <TextField
            label="Payer"
            {...field('payer')}
            placeholder="The name as the bank or the check has it"
            maxLength={200}
            quick
          />
        </Place>
        <Place width={1.2}>
          <DepositField {...field('depositAccountId')} accounts={setup.accounts} />
        </Place>
        <RatePlace {...field('rate')} currency={currency} baseCurrency={baseCurrency} date={entry.date} />
        <Place width={2}>
          <MemoField {...field('memo')} placeholder="What else the payment says" />
        </Place>
      </HeadRow>
    </EntryHead>
  )
}
