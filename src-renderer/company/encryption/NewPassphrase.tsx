import { isPassphraseLongEnough, PASSPHRASE_LEAST } from '../../../src-shared/company/rules/passphrase.ts'
import { TextField } from '../../ui/fields/TextField.tsx'

export interface TypedTwice {
  readonly passphrase: string
  readonly again: string
}

export const noPassphrase: TypedTwice = { passphrase: '', again: '' }

/** What keeps it from being taken; null when nothing does. */
export function problemOf({
  passphrase,
  again,
}: TypedTwice): { readonly field: keyof TypedTwice; readonly text: string } | null {
  if (!isPassphraseLongEnough(passphrase))
    return { field: 'passphrase', text: `Enter at least ${PASSPHRASE_LEAST} characters, such as four or five words.` }
  if (passphrase !== again) return { field: 'again', text: 'It differs from the first. Enter the same twice.' }
  return null
}

type NewPassphraseProps = {
  readonly label?: string
  readonly value: TypedTwice
  readonly onChange: (value: TypedTwice) => void
  /** Said once it was tried. */
  readonly isTried: boolean
  readonly error?: string | undefined
  readonly autoFocus?: boolean
}

/** A passphrase typed twice, since nobody sees what is typed. */
export function NewPassphrase({
  label = 'Passphrase',
  value,
  onChange,
  isTried,
  error,
  autoFocus = false,
}: NewPassphraseProps) {
  const problem = isTried ? problemOf(value) : null
  const errorOf = (field: keyof TypedTwice): string | undefined => (problem?.field === field ? problem.text : undefined)
  return (
    <>
      <TextField
        label={label}
        type="password"
        value={value.passphrase}
        onChange={(passphrase) => onChange({ ...value, passphrase })}
        error={errorOf('passphrase') ?? error}
        hint={`At least ${PASSPHRASE_LEAST} characters: four or five words that nobody would guess.`}
        maxLength={1000}
        autoFocus={autoFocus}
        quick
        required
      />
      <TextField
        label={`${label}, once more`}
        type="password"
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
        error={errorOf('again')}
        maxLength={1000}
        quick
        required
      />
    </>
  )
}
