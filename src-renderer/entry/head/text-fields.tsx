import { TextField } from '../../ui/fields/TextField.tsx'
import type { TextFieldProps } from '../../ui/fields/TextField.tsx'
import type { Bound } from './bind-fields.ts'

type Look = Pick<TextFieldProps, 'placeholder' | 'quick' | 'autoFocus'> & { readonly label?: string }

/** What stands on the document for whoever reads it later. */
export function MemoField({ label = 'Memo', ...field }: Bound<string> & Look) {
  return <TextField label={label} {...field} maxLength={1000} />
}

/** What the other side calls it. */
export function PlainReferenceField({ label = 'Reference', ...field }: Bound<string> & Look) {
  return <TextField label={label} {...field} maxLength={64} />
}
