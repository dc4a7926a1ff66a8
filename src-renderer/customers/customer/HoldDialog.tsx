import { useState } from 'react'
import type { ItemHold, OpenItem } from '../../../src-shared/ledger/contract/open-items.ts'
import { useCommand } from '../../api/queries.tsx'
import { SegmentField } from '../../ui/fields/SegmentField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { CommandDialog } from '../../entry/CommandDialog.tsx'

export type HoldDialogProps = {
  readonly item: Pick<OpenItem, 'documentId' | 'number' | 'hold'>
  /** As it was given. */
  readonly reason?: string
  readonly onClose: () => void
}

type Choice = ItemHold | 'none'

const choices = [
  { value: 'disputed', label: 'Disputed' },
  { value: 'held', label: 'Held' },
  { value: 'none', label: 'Neither' },
] as const satisfies readonly { value: Choice; label: string }[]

/** Whether the customer disputes an item or we hold it back, and why. */
export function HoldDialog({ item, reason: before = '', onClose }: HoldDialogProps) {
  const { say } = useNotices()
  const [choice, setChoice] = useState<Choice>(item.hold === null ? 'disputed' : 'none')
  const [reason, setReason] = useState(before)
  const command = useCommand('openItems.hold')

  async function hold(): Promise<void> {
    const state = choice === 'none' ? null : choice
    await command.run({ documentId: item.documentId, state, reason })
    say(state === null ? `${item.number} is not held back any more.` : `${item.number} is ${state}.`, {
      tone: 'ok',
    })
    onClose()
  }

  return (
    <CommandDialog
      title={`Dispute or hold ${item.number}`}
      lead="Such an item is left out of reminders and finance charges and settled last. What is owed does not change."
      submitLabel="Save"
      canSubmit={!command.isPending}
      onSubmit={hold}
      error={command.error}
      fields={[]}
      onClose={onClose}
    >
      <SegmentField label="Dispute or hold" value={choice} onChange={setChoice} options={choices} autoFocus />
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
