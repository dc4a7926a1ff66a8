import { useRef, useState } from 'react'
import { knownCurrencies } from '../../../src-shared/domain/amounts/money.ts'
import { api, type CallInput } from '../../api/client.ts'
import { NO_ERRORS, placedBy } from '../../entry/field-errors.ts'
import { useForm } from '../../entry/use-form.ts'
import { EntryForm } from '../../keyboard/EntryForm.tsx'
import { useErrorFocus } from '../../keyboard/focus-error.ts'
import { useActions } from '../../keyboard/use-action.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { CheckField } from '../../ui/fields/CheckField.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { Card } from '../../ui/Page.tsx'
import { NewPassphrase, noPassphrase, problemOf } from '../encryption/NewPassphrase.tsx'
import { showRecoveryPhrase } from '../encryption/recovery-phrase-shown.ts'
import css from './welcome.module.css'

const empty = { name: '', baseCurrency: 'USD', address: '', phone: '', email: '', taxNumber: '' }
const common = ['USD', 'EUR', 'GBP', 'CAD', 'AUD', 'CHF', 'JPY']
const currencies = [...common, ...knownCurrencies.filter((code) => !common.includes(code))].map((code) => ({
  value: code,
  label: code,
}))
const fields = new Set([...Object.keys(empty), 'passphrase'])

/** The recovery phrase of one that is encrypted is shown at once: nothing is in the company yet, and nothing hurries. */
async function create(company: CallInput<'company.create'>): Promise<unknown> {
  const made = await api.company.create(company)
  if (made === null || company.passphrase === undefined) return made
  const { recoveryPhrase } = await api.encryption.recoveryPhrase({ passphrase: company.passphrase })
  showRecoveryPhrase({ company: made.profile.name, phrase: recoveryPhrase, use: 'open' })
  return made
}

/** What a new company needs before its file is made: a name and a currency; the letterhead can follow. */
export function NewCompanyForm({ onBack }: { readonly onBack: () => void }) {
  const [profile, setProfile] = useState(empty)
  const [isEncrypted, setIsEncrypted] = useState(false)
  const [typed, setTyped] = useState(noPassphrase)
  const [isTried, setIsTried] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const form = useForm({
    entry: profile,
    // The ledger says what is missing.
    problems: NO_ERRORS,
    send: () => create(isEncrypted ? { ...profile, passphrase: typed.passphrase } : profile),
    place: placedBy((path) => (fields.has(path) ? path : null)),
  })
  useErrorFocus(root, form.attempt)
  const text = (field: keyof typeof empty) => ({
    value: profile[field],
    onChange: (value: string) => setProfile((before) => ({ ...before, [field]: value })),
    error: form.errors[field],
  })
  const submit = (): void => {
    setIsTried(true)
    if (!isEncrypted || problemOf(typed) === null) void form.send()
  }
  useActions({ 'document.post': submit }, { enabled: !form.isSending })
  return (
    <Card title="Create a company" padded>
      <EntryForm ref={root} className={css.form ?? ''} onLastEnter={submit}>
        {form.banner !== null && <Banner tone="bad">{form.banner}</Banner>}
        <FieldRow columns="3fr 1fr">
          <TextField label="Company name" {...text('name')} quick required autoFocus maxLength={200} />
          <SelectField
            label="Currency"
            {...text('baseCurrency')}
            options={currencies}
            quick
            hint="Of the books; it cannot change later."
          />
        </FieldRow>
        <TextField label="Address" {...text('address')} lines={3} hint="As it stands on statements." />
        <FieldRow columns="1fr 1fr 1fr">
          <TextField label="Phone" {...text('phone')} maxLength={40} />
          <TextField label="Email" {...text('email')} maxLength={200} />
          <TextField label="Tax number" {...text('taxNumber')} maxLength={40} />
        </FieldRow>
        <CheckField
          label="Encrypt the file, so that only a passphrase opens it"
          value={isEncrypted}
          onChange={setIsEncrypted}
        />
        {isEncrypted && (
          <FieldRow columns="1fr 1fr">
            <NewPassphrase value={typed} onChange={setTyped} isTried={isTried} error={form.errors['passphrase']} />
          </FieldRow>
        )}
        <div className={css.buttons}>
          <Button onPress={onBack} keyHint="Escape">
            Back
          </Button>
          <Button variant="primary" onPress={submit} isDisabled={form.isSending} keyHint="F9">
            Choose where to keep it
          </Button>
        </div>
      </EntryForm>
    </Card>
  )
}
