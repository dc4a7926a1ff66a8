import { useState } from 'react'
import type { ReceiptBatch } from '../../../src-shared/cash/contract/receipt-batches.ts'
import { useCommand } from '../../api/queries.tsx'
import { CommandDialog, errorAt } from '../../entry/CommandDialog.tsx'
import { NO_ERRORS } from '../../entry/field-errors.ts'
import { bindFields } from '../../entry/head/bind-fields.ts'
import type { Update } from '../../entry/head/bind-fields.ts'
import { CurrencyField } from '../../entry/head/CurrencyPlace.tsx'
import { DepositField, MethodField } from '../../entry/head/money-fields.tsx'
import { useUnsavedForm } from '../../entry/unsaved-forms.tsx'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { useConventions } from '../../ui/conventions.tsx'
import { AmountField } from '../../ui/fields/AmountField.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { blankBatch, countedOf, entryOfBatch } from './batch-entry.ts'
import type { BatchEntry } from './batch-entry.ts'

export type BatchDialogProps = {
  /** The batch to correct; null opens a new one. */
  readonly batch: ReceiptBatch | null
  readonly setup: EntrySetup
  readonly onClose: () => void
  readonly onOpened: (id: number) => void
}

const PAIR = 'minmax(0, 1fr) minmax(0, 1fr)'

/** The batch as it was counted: how many, and how much. */
export function BatchDialog({ batch, setup, onClose, onOpened }: BatchDialogProps) {
  const { workDate } = useConventions()
  const { say } = useNotices()
  const { baseCurrency } = setup.profile
  const start = batch === null ? blankBatch(baseCurrency, workDate) : entryOfBatch(batch)
  const unsaved = useUnsavedForm<BatchEntry>(batch === null ? 'batch' : `batch ${batch.id} ${batch.version}`, start)
  const [entry, setEntry] = useState(unsaved.found ?? start)
  const open = useCommand('receiptBatches.open')
  const correct = useCommand('receiptBatches.update')
  const counted = countedOf(entry)

  /** What is typed is found again when the dialog was left for something else. */
  const update: Update<BatchEntry> = (changed) =>
    setEntry((before) => {
      const after = changed(before)
      unsaved.keep(after)
      return after
    })
  const error = open.error ?? correct.error
  const field = bindFields(entry, update, error === null ? NO_ERRORS : { [error.path]: error.message })

  async function submit(): Promise<void> {
    if (counted === null) return
    if (batch === null) {
      const { id } = await open.run({ ...counted, currency: entry.currency })
      unsaved.forget()
      say(`Batch ${counted.name} is open.`, { tone: 'ok' })
      onOpened(id)
      return
    }
    await correct.run({ ...counted, id: batch.id, version: batch.version })
    unsaved.forget()
    say(`Batch ${counted.name} is corrected.`, { tone: 'ok' })
    onClose()
  }

  return (
    <CommandDialog
      title={batch === null ? 'New batch' : `Correct batch ${batch.name}`}
      lead="Count the receipts before entering them. The batch closes once what is entered is what was counted."
      submitLabel={batch === null ? 'Open the batch' : 'Correct it'}
      canSubmit={counted !== null && !open.isPending && !correct.isPending}
      onSubmit={submit}
      error={error}
      fields={['name', 'date', 'depositAccountId', 'controlCount', 'controlTotal', 'currency']}
      onClose={onClose}
    >
      <TextField label="Name" {...field('name')} placeholder="Morning post" maxLength={200} autoFocus required />
      <FieldRow columns={PAIR}>
        <TextField
          label="Receipts counted"
          {...field('count', 'controlCount')}
          error={errorAt(error, 'controlCount') ?? countProblem(entry.count)}
          isNumber
          required
        />
        <AmountField label="Total counted" {...field('total', 'controlTotal')} currency={entry.currency} required />
      </FieldRow>
      <FieldRow columns={PAIR}>
        <DateField label="Date" {...field('date')} required />
        <CurrencyField {...field('currency')} isReadOnly={batch !== null} />
      </FieldRow>
      <FieldRow columns={PAIR}>
        <MethodField {...field('method')} />
        <DepositField {...field('depositAccountId')} accounts={setup.accounts} />
      </FieldRow>
    </CommandDialog>
  )
}

const countProblem = (count: string): string | undefined =>
  count.trim() === '' || /^\s*\d{1,6}\s*$/.test(count) ? undefined : 'Enter a whole number.'
