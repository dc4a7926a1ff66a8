import { useState } from 'react'
import type { ReceiptBatch } from '../../../src-shared/cash/contract/receipt-batches.ts'
import { useCommand } from '../../api/queries.tsx'
import { CommandDialog, errorAt } from '../../entry/CommandDialog.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { useNotices } from '../../ui/Notices.tsx'

export type ReopenDialogProps = { readonly batch: ReceiptBatch; readonly onClose: () => void }

/** Why a closed batch takes receipts again. */
export function ReopenDialog({ batch, onClose }: ReopenDialogProps) {
  const { say } = useNotices()
  const [reason, setReason] = useState('')
  const command = useCommand('receiptBatches.reopen')

  async function reopen(): Promise<void> {
    await command.run({ id: batch.id, version: batch.version, reason })
    say(`Batch ${batch.name} is open again.`, { tone: 'ok' })
    onClose()
  }

  return (
    <CommandDialog
      title={`Reopen batch ${batch.name}`}
      lead={`It takes receipts again until it is closed${batch.undoneCount === 0 ? '' : ', and counts only what was not undone'}. A supervisor does this, or approves it with a PIN.`}
      submitLabel="Reopen it"
      canSubmit={reason.trim() !== '' && !command.isPending}
      onSubmit={reopen}
      error={command.error}
      fields={['reason']}
      onClose={onClose}
    >
      <TextField
        label="Reason"
        value={reason}
        onChange={setReason}
        error={errorAt(command.error, 'reason')}
        hint="Stands in the log of commands."
        maxLength={1000}
        autoFocus
        required
      />
    </CommandDialog>
  )
}
