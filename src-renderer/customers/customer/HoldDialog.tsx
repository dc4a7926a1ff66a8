import { useState } from 'react'
import type { ItemMark, OpenItem } from '../../../src-shared/ledger/contract/openItems.ts'
import { useCommand } from '../../api/queries.tsx'
import { SegmentField } from '../../ui/fields/SegmentField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { CommandDialog } from '../../entry/CommandDialog.tsx'

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

  return (
    <CommandDialog
      title={`Dispute or hold ${item.number}`}
      lead="A marked item is left out of reminders and finance charges and settled last. What is owed does not change."
      submitLabel="Mark"
      canSubmit={!command.isPending}
      onSubmit={mark}
      error={command.error}
      fields={[]}
      onClose={onClose}
    >
      <SegmentField label="Mark" value={choice} onChange={setChoice} options={choices} autoFocus />
      <TextField
        label="Reason"
        value={reason}
        onChange={setReason}
        maxLength={200}
        hint="Stands on the document for whoever asks later."
      />
    </CommandDialog>
  )
}
