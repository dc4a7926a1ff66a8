import { useState } from 'react'
import type { DocumentApplication, DocumentView } from '../../../src-shared/ledger/contract/documents.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { useCommand } from '../../api/queries.tsx'
import { CommandDialog, errorAt } from '../../entry/CommandDialog.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { dayForUnapply } from './offered-days.ts'

export type UnapplyDialogProps = {
  readonly document: DocumentView
  readonly application: DocumentApplication
  readonly closingDate: CalendarDate | null
  readonly onClose: () => void
}

/** From when on the application no longer counts. */
export function UnapplyDialog({ document, application, closingDate, onClose }: UnapplyDialogProps) {
  const format = useFormat()
  const { say } = useNotices()
  const [date, setDate] = useState<CalendarDate | null>(() => dayForUnapply(application, closingDate))
  const command = useCommand('applications.unapply')
  const amount = format.amount(application.amount, document.currency)

  async function unapply(): Promise<void> {
    if (date === null) return
    const done = await command.run({ applicationId: application.id, date })
    say(`${application.number} and ${document.number} are open again by ${amount}, from ${format.date(done.date)}.`, {
      tone: 'ok',
    })
    onClose()
  }

  return (
    <CommandDialog
      title={`Unapply ${amount} from ${application.number}`}
      lead={`${document.number} and ${application.number} are both open again, discount and write-off included. It can be applied anew from Receive payment.`}
      submitLabel="Unapply"
      canSubmit={date !== null && !command.isPending}
      onSubmit={unapply}
      error={command.error}
      dates={{ date }}
      fields={['date']}
      onClose={onClose}
    >
      <DateField
        label="Date"
        value={date}
        onChange={setDate}
        required
        hint="On the application’s own date it counts as never applied; later dates leave the past as it was."
        error={errorAt(command.error, 'date')}
        autoFocus
      />
    </CommandDialog>
  )
}
