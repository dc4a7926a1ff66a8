import { useCommand } from '../../api/queries.tsx'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { ClosingDate } from './ClosingDate.tsx'
import { checkCompany, companyEntry, companyFieldOf, companyInput } from './company-entry.ts'
import type { CompanyEntry } from './company-entry.ts'
import { CountingFields } from './CountingFields.tsx'
import { SetupFormCard } from './SetupFormCard.tsx'
import { useSetupForm } from './use-setup-form.ts'
import type { SetupForm } from './use-setup-form.ts'
import css from './setup.module.css'

/** The letterhead, how the books count, and through which day they are closed. */
export function CompanySetup({ setup: { profile, accounts, taxCodes } }: { readonly setup: EntrySetup }) {
  const update = useCommand('company.update')
  const { say } = useNotices()
  const form = useSetupForm<CompanyEntry>({
    keepAs: 'company',
    start: companyEntry(profile),
    check: checkCompany,
    fieldOf: companyFieldOf,
    send: async (entry) => {
      await update.run(companyInput(entry, profile.version))
      say('The company is saved.', { tone: 'ok' })
    },
  })
  return (
    <div className={css.company}>
      <SetupFormCard title="Company" form={form} saveLabel="Save">
        <Letterhead form={form} currency={profile.baseCurrency} />
        <h3 className={css.subhead}>How the books count and read</h3>
        <CountingFields form={form} currency={profile.baseCurrency} accounts={accounts} taxCodes={taxCodes} />
      </SetupFormCard>
      <ClosingDate profile={profile} />
    </div>
  )
}

type LetterheadProps = { readonly form: SetupForm<CompanyEntry>; readonly currency: string }

function Letterhead({ form: { entry, change, errors }, currency }: LetterheadProps) {
  const text = (name: 'name' | 'address' | 'phone' | 'email' | 'taxNumber', label: string, maxLength: number) => ({
    label,
    name,
    maxLength,
    value: entry[name],
    onChange: (value: string) => change({ [name]: value }),
    error: errors[name],
  })
  return (
    <>
      <FieldRow columns="minmax(0, 3fr) minmax(0, 1fr) minmax(0, 1.4fr)">
        <TextField {...text('name', 'Company name', 200)} quick required />
        <TextField label="Currency" value={currency} onChange={() => undefined} isReadOnly />
        <TextField {...text('taxNumber', 'Tax number', 40)} />
      </FieldRow>
      <FieldRow columns="minmax(0, 1fr) minmax(0, 1fr)">
        <TextField {...text('address', 'Address on statements and invoices', 400)} lines={4} />
        <div className={css.stack}>
          <TextField {...text('phone', 'Phone', 40)} quick />
          <TextField {...text('email', 'Email', 200)} quick />
        </div>
      </FieldRow>
    </>
  )
}
