import type { FieldProps } from './field.ts'
import { SelectField } from './SelectField.tsx'

export type IdOption = { readonly id: number; readonly label: string }

export type IdSelectFieldProps = FieldProps & {
  readonly value: number | null
  readonly onChange: (id: number | null) => void
  readonly options: readonly IdOption[]
  /** What null is called; without it there is always one chosen. */
  readonly none?: string | undefined
}

const NONE = ''

/** One of a short list of things known by their ids. */
export function IdSelectField({ value, onChange, options, none, ...field }: IdSelectFieldProps) {
  return (
    <SelectField
      {...field}
      value={String(value ?? NONE)}
      onChange={(chosen) => onChange(chosen === NONE ? null : Number(chosen))}
      options={[
        ...(none === undefined ? [] : [{ value: NONE, label: none }]),
        ...options.map(({ id, label }) => ({ value: String(id), label })),
      ]}
    />
  )
}
