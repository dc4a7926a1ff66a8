import { useState } from 'react'
import type { FormEvent } from 'react'
import type { DocumentView } from '../../../src-shared/contract/documents.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { documentKindName } from '../../../src-shared/domain/documents.ts'
import { useCommand } from '../../api/queries.tsx'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { useConventions } from '../../ui/conventions.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { canBeCopied, copyPlace } from './copy.ts'
import { dayForCopy, dayForVoid } from './offered-days.ts'
import { refusedSubmit } from './refused-submit.ts'
import css from './document.module.css'

export type VoidDialogProps = {
  readonly document: DocumentView
  /** Enter copies the document too, to be entered again. */
  readonly copies: boolean
  readonly closingDate: CalendarDate | null
  readonly onClose: () => void
}

const shown = new Set(['date', 'reason'])

/** When the document is reversed, and why; and whether it is to be entered again. */
export function VoidDialog({ document, copies: copiesAtOnce, closingDate, onClose }: VoidDialogProps) {
  const { workDate } = useConventions()
  const navigator = useNavigator()
  const { say } = useNotices()
  const [copies, setCopies] = useState(copiesAtOnce)
  const [typedDate, setDate] = useState<CalendarDate | null | undefined>()
  const offered = copies ? dayForCopy(document, closingDate) : dayForVoid(document, workDate)
  const date = typedDate === undefined ? offered : typedDate
  const [reason, setReason] = useState('')
  const onlyVoid = useCommand('documents.void')
  const voidAndCopy = useCommand('documents.voidAndCopy')
  const name = `${documentKindName[document.kind].toLowerCase()} ${document.number}`
  const isPending = onlyVoid.isPending || voidAndCopy.isPending
  const error = onlyVoid.error ?? voidAndCopy.error

  const submit = (copying: boolean): (() => void) =>
    refusedSubmit(async () => {
      if (date === null || isPending) return
      onlyVoid.reset()
      voidAndCopy.reset()
      const input = { id: document.id, date, reason }
      if (!copying) {
        const { number } = await onlyVoid.run(input)
        say(`${document.number} is void; ${number} reverses it.`, { tone: 'ok' })
        onClose()
        return
      }
      const { number, draft } = await voidAndCopy.run(input)
      say(`${document.number} is void; ${number} reverses it. Here is its copy, to be put right and posted.`, {
        tone: 'ok',
      })
      onClose()
      const place = copyPlace(document.kind, draft.uid)
      if (place !== null) navigator.go(place)
    })
  return (
    <Dialog
      title={`${copies ? 'Void and copy' : 'Void'} ${name}`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} keyHint="Escape">
            Go back
          </Button>
          {canBeCopied(document) && (
            <Button
              variant={copies ? 'primary' : 'plain'}
              // Not at once: to be entered again it is void on another day, which is looked at first.
              onPress={copies ? submit(true) : () => setCopies(true)}
              isDisabled={date === null || isPending}
            >
              Void and copy
            </Button>
          )}
          {!copies && (
            <Button variant="danger" onPress={submit(false)} isDisabled={date === null || isPending}>
              Void it
            </Button>
          )}
        </>
      }
    >
      <form
        className={css.dialog}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          submit(copies)()
        }}
      >
        <p>
          A reversal is posted on the date below and settles it. Nothing is deleted; what was applied becomes open
          again.{copies && ' Then you enter it again, with what was wrong put right.'}
        </p>
        {error !== null && !shown.has(error.path) && <Banner tone="bad">{error.message}</Banner>}
        <DateField
          label="Date of the void"
          value={date}
          onChange={setDate}
          error={error?.path === 'date' ? error.message : undefined}
          required
        />
        <TextField
          label="Reason"
          value={reason}
          onChange={setReason}
          maxLength={1000}
          error={error?.path === 'reason' && reason.trim() === '' ? error.message : undefined}
          autoFocus
          required
          hint="Stands on the reversal for whoever asks later."
        />
        {/* Enter in a field submits a form of several fields only when it has such a button. */}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  )
}
