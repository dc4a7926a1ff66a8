import { useState } from 'react'
import type { FormEvent } from 'react'
import type { DocumentView } from '../../../src-shared/contract/documents.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { documentKindName } from '../../../src-shared/domain/documents.ts'
import { useCommand } from '../../api/queries.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { useConventions } from '../../ui/conventions.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { dayForVoid } from './offered-days.ts'
import { refusedSubmit } from './refused-submit.ts'
import css from './document.module.css'

export type VoidDialogProps = { readonly document: DocumentView; readonly onClose: () => void }

/** When the document is reversed, and why. */
export function VoidDialog({ document, onClose }: VoidDialogProps) {
  const { workDate } = useConventions()
  const { say } = useNotices()
  const [date, setDate] = useState<CalendarDate | null>(() => dayForVoid(document, workDate))
  const [reason, setReason] = useState('')
  const command = useCommand('documents.void')
  const name = `${documentKindName[document.kind].toLowerCase()} ${document.number}`

  const submit = refusedSubmit(async () => {
    if (date === null || command.isPending) return
    const { number } = await command.run({ id: document.id, date, reason })
    say(`${document.number} is void; ${number} reverses it.`, { tone: 'ok' })
    onClose()
  })
  const { error } = command
  return (
    <Dialog
      title={`Void ${name}`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} keyHint="Escape">
            Go back
          </Button>
          <Button variant="danger" onPress={submit} isDisabled={date === null || command.isPending}>
            Void it
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
          A reversal is posted on the date below and settles it. Nothing is deleted; what was applied becomes open
          again.
        </p>
        {error !== null && error.path !== 'date' && <Banner tone="bad">{error.message}</Banner>}
        <DateField
          label="Date of the void"
          value={date}
          onChange={setDate}
          error={error?.path === 'date' ? error.message : undefined}
          autoFocus
          required
        />
        <TextField
          label="Reason"
          value={reason}
          onChange={setReason}
          maxLength={1000}
          hint="Stands on the reversal for whoever asks later."
        />
        {/* Enter in a field submits a form of several fields only when it has such a button. */}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  )
}
