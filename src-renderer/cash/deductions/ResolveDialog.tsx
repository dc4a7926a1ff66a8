import { useState } from 'react'
import type { Deduction } from '../../../src-shared/cash/contract/deductions.ts'
import { addDaysWithin, maxDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { useCommand } from '../../api/queries.tsx'
import { CommandDialog, errorAt } from '../../entry/CommandDialog.tsx'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { AmountField } from '../../ui/fields/AmountField.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { useNotices } from '../../ui/Notices.tsx'

export type ResolveDialogProps = {
  readonly deduction: Deduction
  readonly way: 'allow' | 'chargeBack'
  readonly onClose: () => void
}

const DAYS_TO_PAY = 30
const PAIR = 'minmax(0, 1fr) minmax(0, 1fr)'

/** How much of a deduction is given in to, or billed back, and when. */
export function ResolveDialog({ deduction, way, onClose }: ResolveDialogProps) {
  const { workDate } = useConventions()
  const format = useFormat()
  const { say } = useNotices()
  const [date, setDate] = useState<CalendarDate | null>(() => maxDate(workDate, deduction.date))
  const [dueDate, setDueDate] = useState<CalendarDate | null>(() =>
    addDaysWithin(maxDate(workDate, deduction.date), DAYS_TO_PAY),
  )
  const [amount, setAmount] = useState<number | null>(deduction.open)
  const [memo, setMemo] = useState('')
  const allow = useCommand('deductions.allow')
  const chargeBack = useCommand('deductions.chargeBack')
  const isAllowed = way === 'allow'
  const error = isAllowed ? allow.error : chargeBack.error
  const { id, invoice, reason, currency } = deduction

  async function resolve(): Promise<void> {
    if (date === null || dueDate === null || amount === null) return
    const request = { id, date, amount, memo }
    const { number } = isAllowed ? await allow.run(request) : await chargeBack.run({ ...request, dueDate })
    const shown = format.amount(amount, currency)
    say(isAllowed ? `${shown} allowed by ${number}.` : `${shown} charged back by ${number}.`, { tone: 'ok' })
    onClose()
  }

  return (
    <CommandDialog
      title={`${isAllowed ? 'Allow' : 'Charge back'} ${deduction.number}`}
      lead={
        isAllowed
          ? `${deduction.customerName} keeps what was deducted from ${invoice.number}: ${reason}. The account of the reason bears it.`
          : `${deduction.customerName} is billed what was deducted from ${invoice.number}: ${reason}. A debit note takes its place.`
      }
      submitLabel={isAllowed ? 'Allow it' : 'Charge it back'}
      canSubmit={date !== null && dueDate !== null && (amount ?? 0) > 0 && !allow.isPending && !chargeBack.isPending}
      onSubmit={resolve}
      error={error}
      dates={{ date }}
      fields={['amount', 'date', 'dueDate']}
      onClose={onClose}
    >
      <AmountField
        label="Amount"
        currency={currency}
        value={amount}
        onChange={setAmount}
        error={errorAt(error, 'amount')}
        autoFocus
        required
      />
      <FieldRow columns={isAllowed ? 'minmax(0, 1fr)' : PAIR}>
        <DateField label="Date" value={date} onChange={setDate} error={errorAt(error, 'date')} required />
        {!isAllowed && (
          <DateField label="Due" value={dueDate} onChange={setDueDate} error={errorAt(error, 'dueDate')} required />
        )}
      </FieldRow>
      <TextField label="Memo" value={memo} onChange={setMemo} maxLength={1000} />
    </CommandDialog>
  )
}
