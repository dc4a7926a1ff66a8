import { useState } from 'react'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { AmountField } from '../../ui/fields/AmountField.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import type { Deducted } from './deductions.ts'

export type DeductDialogProps = {
  /** Of the item. */
  readonly number: string
  /** What is deducted of it so far. */
  readonly before: Deducted | undefined
  /** What is offered when nothing is. */
  readonly left: MinorUnits
  readonly currency: string
  /** Nothing when the deduction is taken back. */
  readonly onDeduct: (deductions: readonly Deducted[]) => void
  readonly onClose: () => void
}

/** What the payer kept back of an item, and why. */
export function DeductDialog({ number, before, left, currency, onDeduct, onClose }: DeductDialogProps) {
  const [amount, setAmount] = useState<number | null>(before?.amount ?? Math.max(0, left))
  const [reasonCodeId, setReasonCodeId] = useState<string | null>(
    before === undefined ? null : String(before.reasonCodeId),
  )
  const [memo, setMemo] = useState(before?.memo ?? '')
  const { data: reasons = [] } = useLedgerQuery('reasonCodes.list', {})
  const offered = reasons.filter(({ kind, archived }) => kind === 'allowance' && !archived)
  const chosen = reasonCodeId ?? String(offered[0]?.id ?? '')
  const canDeduct = amount !== null && amount >= 0 && (amount === 0 || chosen !== '')

  function deduct(): void {
    if (!canDeduct || amount === null) return
    onDeduct(amount === 0 ? [] : [{ reasonCodeId: Number(chosen), amount, memo: memo.trim() }])
  }

  return (
    <FormDialog
      title={`Deducted from ${number}`}
      lead={`It leaves ${number} and stays owed as an item of its own, disputed, until it is allowed or charged back.`}
      submitLabel="Deduct"
      canSubmit={canDeduct}
      onSubmit={deduct}
      onClose={onClose}
    >
      <AmountField
        label="Amount"
        currency={currency}
        value={amount}
        onChange={setAmount}
        hint="0 takes the deduction back."
        autoFocus
        required
      />
      <SelectField
        label="Reason"
        value={chosen}
        onChange={setReasonCodeId}
        options={offered.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <TextField label="Memo" value={memo} onChange={setMemo} maxLength={200} />
    </FormDialog>
  )
}
