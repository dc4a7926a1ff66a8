import { TextField } from '../../ui/fields/TextField.tsx'
import type { SetupForm } from './use-setup-form.ts'

export type NameFieldProps = {
  readonly form: Pick<SetupForm<{ readonly name: string }>, 'entry' | 'change' | 'errors'>
  /** The name it gets when none is typed. */
  readonly placeholder?: string
}

/** What somebody or something in a list is called. */
export function NameField({ form: { entry, change, errors }, placeholder }: NameFieldProps) {
  return (
    <TextField
      label="Name"
      name="name"
      value={entry.name}
      onChange={(name) => change({ name })}
      error={errors['name']}
      maxLength={200}
      quick
      required={placeholder === undefined}
      {...(placeholder === undefined ? {} : { placeholder })}
    />
  )
}
