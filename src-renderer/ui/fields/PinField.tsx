import { TextField } from './TextField.tsx'
import type { TextFieldProps } from './TextField.tsx'

export type PinFieldProps = Omit<TextFieldProps, 'type' | 'maxLength' | 'lines' | 'placeholder' | 'suffix'>

/** A PIN, which is never shown. */
export function PinField(props: PinFieldProps) {
  return <TextField {...props} type="password" maxLength={12} />
}
