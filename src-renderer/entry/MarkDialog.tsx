import { useState } from 'react'
import type { FormEvent } from 'react'
import type { ItemMark, OpenItem } from '../../src-shared/contract/openItems.ts'
import { RefusedError } from '../api/client.ts'
import { useCommand } from '../api/queries.tsx'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { SegmentField } from '../ui/fields/SegmentField.tsx'
import { TextField } from '../ui/fields/TextField.tsx'
import { useNotices } from '../ui/Notices.tsx'
import css from './entry.module.css'

export type MarkDialogProps = {
  readonly item: Pick<OpenItem, 'documentId' | 'number' | 'mark'>
  /** Of the mark it has. */
  readonly reason?: string
  readonly onClose: () => void
}

type Choice = ItemMark | 'none'

const choices = [
  { value: 'disputed', label: 'Disputed' },
  { value: 'held', label: 'Held' },
  { value: 'none', label: 'No mark' },
] as const satisfies readonly { value: Choice; label: string }[]

/** Whether the customer disputes an item or we hold it back, and why. */
export function MarkDialog({ item, reason: before = '', onClose }: MarkDialogProps) {
  const { say } = useNotices()
  const [choice, setChoice] = useState<Choice>(item.mark === null ? 'disputed' : 'none')
  const [reason, setReason] = useState(before)
  const command = useCommand('openItems.mark')

  async function mark(): Promise<void> {
    const state = choice === 'none' ? null : choice
    await command.run({ documentId: item.documentId, state, reason })
    say(state === null ? `${item.number} has no mark any more.` : `${item.number} is marked as ${state}.`, {
      tone: 'ok',
    })
    onClose()
  }

  function submit(): void {
    if (command.isPending) return
    mark().catch((error: unknown) => {
      // Said in the dialog.
      if (!(error instanceof RefusedError)) throw error
    })
  }

  return (
    <Dialog
      title={`Dispute or hold ${item.number}`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} keyHint="Escape">
            Go back
          </Button>
          <Button variant="primary" onPress={submit} isDisabled={command.isPending} keyHint="Enter">
            Mark
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
          A marked item is left out of reminders and finance charges and settled last. What is owed does not change.
        </p>
        {command.error !== null && <Banner tone="bad">{command.error.message}</Banner>}
        <SegmentField label="Mark" value={choice} onChange={setChoice} options={choices} autoFocus />
        <TextField
          label="Reason"
          value={reason}
          onChange={setReason}
          maxLength={200}
          hint="Stands on the document for whoever asks later."
        />
        {/* Enter in a field submits a form of several fields only when it has such a button. */}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  )
}
