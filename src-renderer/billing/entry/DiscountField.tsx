import type { DocumentDiscount } from '../../../src-shared/ledger/rules/document-totals/document-discount.ts'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { NumberInput } from '../../ui/fields/AmountField.tsx'
import { useFieldParts } from '../../ui/fields/field.ts'
import type { FieldProps } from '../../ui/fields/field.ts'
import { FieldFrame } from '../../ui/fields/FieldFrame.tsx'
import { useTypedText } from '../../ui/fields/typed-text.ts'
import fieldCss from '../../ui/fields/field.module.css'
import { discountText, readDiscount } from './discount.ts'

export type DiscountFieldProps = FieldProps & {
  readonly value: DocumentDiscount | null
  readonly onChange: (value: DocumentDiscount | null) => void
  readonly currency: string
}

/** A discount on the whole document: `10%`, or an amount. */
export function DiscountField({ value, onChange, currency, ...field }: DiscountFieldProps) {
  const conventions = useConventions()
  const format = useFormat()
  const typed = useTypedText<DocumentDiscount>({
    value,
    onChange,
    show: (discount) => discountText(discount, currency, format),
    read: (text) => readDiscount(text, currency, conventions),
    isLive: true,
  })
  const { ids, control } = useFieldParts(field, typed.problem)
  return (
    <FieldFrame field={field} ids={ids} problem={typed.problem}>
      <span className={fieldCss.box}>
        <NumberInput typed={typed} control={control} />
      </span>
    </FieldFrame>
  )
}
