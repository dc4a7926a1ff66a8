import { useState } from 'react'
import type { DocumentView } from '../../../src-shared/ledger/contract/documents.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { documentKindName } from '../../../src-shared/domain/documents.ts'
import { useCommand } from '../../api/queries.tsx'
import { CommandDialog, errorAt } from '../../entry/CommandDialog.tsx'
import { useSayDone } from '../../entry/use-say-done.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useConventions } from '../../ui/conventions.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { canBeCopied, copyPlace } from './copy.ts'
import { dayForCopy, dayForVoid } from './offered-days.ts'

export type VoidDialogProps = {
  readonly document: DocumentView
  /** Enter copies the document too, to be entered again. */
  readonly copies: boolean
  readonly closingDate: CalendarDate | null
  readonly onClose: () => void
}

const VOID_AND_COPY = 'Void and copy'

/** When the document is reversed, and why; and whether it is to be entered again. */
export function VoidDialog({ document, copies: copiesAtOnce, closingDate, onClose }: VoidDialogProps) {
  const { workDate } = useConventions()
  const navigator = useNavigator()
  const sayDone = useSayDone()
  const [copies, setCopies] = useState(copiesAtOnce)
  const [typedDate, setDate] = useState<CalendarDate | null | undefined>()
  const offered = copies ? dayForCopy(document, closingDate) : dayForVoid(document, workDate)
  const date = typedDate === undefined ? offered : typedDate
  const [reason, setReason] = useState('')
  const onlyVoid = useCommand('documents.void')
  const voidAndCopy = useCommand('documents.voidAndCopy')
  const name = `${documentKindName[document.kind].toLowerCase()} ${document.number}`
  const error = onlyVoid.error ?? voidAndCopy.error

  function input() {
    onlyVoid.reset()
    voidAndCopy.reset()
    return date === null ? null : { id: document.id, date, reason }
  }

  async function voidIt(): Promise<void> {
    const request = input()
    if (request === null) return
    const { number, warnings } = await onlyVoid.run(request)
    sayDone(`${document.number} is void; ${number} reverses it.`, warnings)
    onClose()
  }

  async function copyToo(): Promise<void> {
    const request = input()
    if (request === null) return
    const { number, draft, warnings } = await voidAndCopy.run(request)
    sayDone(
      `${document.number} is void; ${number} reverses it. Here is its copy, to be put right and posted.`,
      warnings,
    )
    onClose()
    const place = copyPlace(document.kind, draft.uid)
    if (place !== null) navigator.go(place)
  }

  const bound = document.voidWith.map(({ number }) => number).join(', ')
  const lead = [
    'A reversal is posted on the date below and settles it. Nothing is deleted; what was applied becomes open again.',
    ...(bound === '' ? [] : [`Void with it: ${bound}.`]),
    ...(document.batch?.isClosed
      ? [`Batch ${document.batch.name} is closed: it will list the receipt as undone.`]
      : []),
  ].join(' ')
  return (
    <CommandDialog
      title={`${copies ? VOID_AND_COPY : 'Void'} ${name}`}
      lead={copies ? `${lead} Then you enter it again, with what was wrong put right.` : lead}
      submitLabel={copies ? VOID_AND_COPY : 'Void it'}
      isDanger={!copies}
      canSubmit={date !== null && !onlyVoid.isPending && !voidAndCopy.isPending}
      onSubmit={copies ? copyToo : voidIt}
      // Not at once: to be entered again it is void on another day, which is looked at first.
      also={!copies && canBeCopied(document) ? { label: VOID_AND_COPY, onPress: () => setCopies(true) } : undefined}
      error={error}
      dates={{ date: typedDate ?? null }}
      fields={['date', 'reason']}
      onClose={onClose}
    >
      <DateField label="Date of the void" value={date} onChange={setDate} error={errorAt(error, 'date')} required />
      <TextField
        label="Reason"
        value={reason}
        onChange={setReason}
        maxLength={1000}
        error={reason.trim() === '' ? errorAt(error, 'reason') : undefined}
        autoFocus
        required
        hint="Stands on the reversal for whoever asks later."
      />
    </CommandDialog>
  )
}
