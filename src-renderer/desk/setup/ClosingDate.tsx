import type { CompanyProfile } from '../../../src-shared/company/contract/company.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { useCommand } from '../../api/queries.tsx'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { CheckField } from '../../ui/fields/CheckField.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { SetupFormCard } from './SetupFormCard.tsx'
import { fieldsNamed, useSetupForm } from './use-setup-form.ts'
import css from './setup.module.css'

type ClosingEntry = { readonly closingDate: CalendarDate | null; readonly opensAll: boolean; readonly reason: string }

/** Through which day nothing can be posted any more. */
export function ClosingDate({ profile }: { readonly profile: CompanyProfile }) {
  const format = useFormat()
  const close = useCommand('company.setClosingDate')
  const { say } = useNotices()
  const form = useSetupForm<ClosingEntry>({
    keepAs: 'closing',
    start: { closingDate: profile.closingDate, opensAll: false, reason: '' },
    check: checkClosing,
    fieldOf: fieldsNamed('closingDate', 'reason'),
    send: async ({ reason, ...typed }) => {
      const closingDate = typed.opensAll ? null : typed.closingDate
      await close.run({ closingDate, reason, version: profile.version })
      say(closingDate === null ? 'The books are open.' : `The books are closed through ${format.date(closingDate)}.`, {
        tone: 'ok',
      })
      form.replace({ closingDate, opensAll: false, reason: '' })
    },
  })
  const { entry, change, errors } = form
  return (
    <SetupFormCard
      title="Closing date"
      form={form}
      saveLabel={entry.opensAll ? 'Open the books' : 'Close the books'}
      hasKey={false}
    >
      <p className={css.note}>
        {profile.closingDate === null
          ? 'Every day is open for posting.'
          : `Nothing can be posted on or before ${format.dateWithDay(profile.closingDate)}.`}
      </p>
      <DateField
        label="Closed through"
        name="closingDate"
        value={entry.closingDate}
        onChange={(closingDate) => change({ closingDate })}
        error={errors['closingDate']}
        isDisabled={entry.opensAll}
        quick
      />
      {profile.closingDate !== null && (
        <CheckField label="Open every day again" value={entry.opensAll} onChange={(opensAll) => change({ opensAll })} />
      )}
      <TextField
        label="Reason"
        name="reason"
        value={entry.reason}
        onChange={(reason) => change({ reason })}
        error={errors['reason']}
        maxLength={200}
        quick
        required
      />
    </SetupFormCard>
  )
}

function checkClosing({ closingDate, opensAll, reason }: ClosingEntry): FieldErrors {
  return {
    ...(closingDate === null && !opensAll ? { closingDate: 'Enter the last day that is closed.' } : {}),
    ...(reason.trim() === '' ? { reason: 'Say why: it stands in the log of commands.' } : {}),
  }
}
