import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { NameField } from './NameField.tsx'
import type { SetupForm } from './use-setup-form.ts'

type Named = { readonly code: string; readonly name: string }

export type CodeAndNameProps = {
  readonly form: Pick<SetupForm<Named>, 'entry' | 'change' | 'errors'>
  readonly namePlaceholder?: string
}

/** What every entry of a list begins with. */
export function CodeAndName({ form, namePlaceholder }: CodeAndNameProps) {
  const { entry, change, errors } = form
  return (
    <FieldRow columns="minmax(0, 1fr) minmax(0, 2fr)">
      <TextField
        label="Code"
        name="code"
        value={entry.code}
        onChange={(code) => change({ code })}
        error={errors['code']}
        maxLength={32}
        quick
        required
      />
      <NameField form={form} {...(namePlaceholder === undefined ? {} : { placeholder: namePlaceholder })} />
    </FieldRow>
  )
}
