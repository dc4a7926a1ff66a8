import { useState } from 'react'
import type { FormEvent } from 'react'
import type { DocumentApplication, DocumentView } from '../../../src-shared/contract/documents.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { useCommand } from '../../api/queries.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { dayForUnapply } from './offered-days.ts'
import { refusedSubmit } from './refused-submit.ts'
import css from './document.module.css'

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

  const submit = refusedSubmit(async () => {
    if (date === null || command.isPending) return
    const done = await command.run({ applicationId: application.id, date })
    say(`${application.number} and ${document.number} are open again by ${amount}, from ${format.date(done.date)}.`, {
      tone: 'ok',
    })
    onClose()
  })
  const { error } = command
  return (
    <Dialog
      title={`Unapply ${amount} from ${application.number}`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} keyHint="Escape">
            Go back
          </Button>
          <Button variant="primary" onPress={submit} isDisabled={date === null || command.isPending} keyHint="Enter">
            Unapply
          </Button>
        </>
      }
    >
      <form
        className={css.dialog}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          submit()
        }}
      >
        <p>
          {document.number} and {application.number} are both open again, discount and write-off included. It can be
          applied anew from Receive payment.
        </p>
        {error !== null && error.path !== 'date' && <Banner tone="bad">{error.message}</Banner>}
        <DateField
          label="Date"
          value={date}
          onChange={setDate}
          required
          hint="On the application’s own date it counts as never applied; later dates leave the past as it was."
          error={error?.path === 'date' ? error.message : undefined}
          autoFocus
        />
      </form>
    </Dialog>
  )
}
