import type { DocumentDiscount } from '../../../src-shared/ledger/rules/document-totals/document-discount.ts'
import type { TermsRow } from '../../../src-shared/company/contract/setup.ts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import { AmountField } from '../../ui/fields/AmountField.tsx'
import { CheckField } from '../../ui/fields/CheckField.tsx'
import { IdSelectField } from '../../ui/fields/IdSelectField.tsx'
import type { Bound } from '../../entry/head/bind-fields.ts'
import { Place } from '../../entry/head/EntryHead.tsx'
import { DiscountField } from './DiscountField.tsx'

export type TermsFieldProps = Bound<number | null> & {
  readonly terms: readonly TermsRow[]
  /** Whether none may be chosen: those of the customer then count. */
  readonly isCustomers: boolean
}

/** By when it is to be paid. */
export function TermsField({ terms, isCustomers, ...field }: TermsFieldProps) {
  return (
    <IdSelectField
      label="Terms"
      {...field}
      none={isCustomers ? 'As the customer has' : undefined}
      options={terms.map(({ id, name }) => ({ id, label: name }))}
    />
  )
}

export type DiscountAndTaxProps = {
  readonly discount: Bound<DocumentDiscount | null>
  readonly pricesIncludeTax: Bound<boolean>
  /** Of what is to be paid; a credit note has none. */
  readonly tolerance?: Bound<MinorUnits | null> | undefined
  readonly currency: string
}

/** What concerns all lines at once, at the end of a row. */
export function DiscountAndTax({ discount, pricesIncludeTax, tolerance, currency }: DiscountAndTaxProps) {
  return (
    <>
      {tolerance !== undefined && (
        <Place width="110px">
          <AmountField label="Tolerance" {...tolerance} currency={currency} />
        </Place>
      )}
      <Place width="120px">
        <DiscountField label="Discount" {...discount} currency={currency} />
      </Place>
      <Place width="160px" isCheck>
        <CheckField label="Prices include tax" {...pricesIncludeTax} />
      </Place>
    </>
  )
}
