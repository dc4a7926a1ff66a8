import { useRef, useState } from 'react'
import { knownCurrencies } from '../../../src-shared/domain/money.ts'
import { useCommand } from '../../api/queries.tsx'
import type { RefusedError } from '../../api/refused-error.ts'
import { EntryForm } from '../../keyboard/EntryForm.tsx'
import { useErrorFocus } from '../../keyboard/focus-error.ts'
import { useActions } from '../../keyboard/use-action.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { Card } from '../../ui/Page.tsx'
import css from './welcome.module.css'

const empty = { name: '', address: '', phone: '', email: '', taxNumber: '' }
const common = ['USD', 'EUR', 'GBP', 'CAD', 'AUD', 'CHF', 'JPY']
const currencies = [...common, ...knownCurrencies.filter((code) => !common.includes(code))].map((code) => ({
  value: code,
  label: code,
}))
const fields = new Set(Object.keys(empty))

/** What a new company needs before its file is made: a name and a currency; the letterhead can follow. */
export function NewCompanyForm({ onBack }: { readonly onBack: () => void }) {
  const [profile, setProfile] = useState(empty)
  const [currency, setCurrency] = useState('USD')
  const [attempt, setAttempt] = useState(0)
  const form = useRef<HTMLDivElement>(null)
  const create = useCommand('company.create')
  useErrorFocus(form, attempt)
  const text = (field: keyof typeof empty) => ({
    value: profile[field],
    onChange: (value: string) => setProfile((before) => ({ ...before, [field]: value })),
    ...errorAt(create.error, field),
  })
  const submit = async (): Promise<void> => {
    // A second Enter while the place is chosen would ask for another one.
    if (create.isPending) return
    try {
      await create.run({ ...profile, baseCurrency: currency })
    } catch {
      // useCommand keeps the refusal; it is shown beside its field or above.
      setAttempt((before) => before + 1)
    }
  }
  useActions({ 'document.post': () => void submit() }, { enabled: !create.isPending })
  const elsewhere = create.error !== null && !fields.has(create.error.path)
  return (
    <Card title="Create a company" padded>
      <EntryForm ref={form} className={css.form ?? ''} onLastEnter={() => void submit()}>
        {elsewhere && <Banner tone="bad">{create.error.message}</Banner>}
        <FieldRow columns="3fr 1fr">
          <TextField label="Company name" {...text('name')} quick required autoFocus maxLength={200} />
          <SelectField
            label="Currency"
            value={currency}
            onChange={setCurrency}
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
        <div className={css.buttons}>
          <Button onPress={onBack} keyHint="Escape">
            Back
          </Button>
          <Button variant="primary" onPress={() => void submit()} isDisabled={create.isPending} keyHint="F9">
            Choose where to keep it
          </Button>
        </div>
      </EntryForm>
    </Card>
  )
}

const errorAt = (error: RefusedError | null, field: string): { error: string } | Record<string, never> =>
  error?.path === field ? { error: error.message } : {}
