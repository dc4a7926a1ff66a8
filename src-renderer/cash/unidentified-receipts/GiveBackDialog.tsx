import { useState } from 'react'
import type { UnidentifiedReceipt } from '../../../src-shared/cash/contract/unidentified-receipts.ts'
import { maxDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { useCommand, useLedgerQuery } from '../../api/queries.tsx'
import { CommandDialog, errorAt } from '../../entry/CommandDialog.tsx'
import { useSayDone } from '../../entry/use-say-done.ts'
import { bankAccounts } from '../../entry/money-accounts.ts'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'

export type GiveBackDialogProps = { readonly receipt: UnidentifiedReceipt; readonly onClose: () => void }

const WHERE_IT_LIES = ''

/** When the money goes back, and from which account. */
export function GiveBackDialog({ receipt, onClose }: GiveBackDialogProps) {
  const { workDate } = useConventions()
  const format = useFormat()
  const sayDone = useSayDone()
  const [date, setDate] = useState<CalendarDate | null>(() => maxDate(workDate, receipt.date))
  const [accountId, setAccountId] = useState(WHERE_IT_LIES)
  const [memo, setMemo] = useState('')
  const { data: accounts = [] } = useLedgerQuery('accounts.list', {})
  const command = useCommand('unidentifiedReceipts.giveBack')
  const { error } = command
  const amount = `${format.amount(receipt.amount, receipt.currency)} ${receipt.currency}`

  async function giveBack(): Promise<void> {
    if (date === null) return
    const bankAccountId = accountId === WHERE_IT_LIES ? null : Number(accountId)
    const { warnings } = await command.run({ id: receipt.id, date, rate: null, bankAccountId, memo })
    sayDone(`${receipt.number} is sent back: ${amount}.`, warnings)
    onClose()
  }

  return (
    <CommandDialog
      title={`Give back ${receipt.number}`}
      lead={`${amount} goes back to ${receipt.payer === '' ? 'its payer' : receipt.payer}. Nothing more can be done with it afterwards.`}
      submitLabel="Give it back"
      isDanger
      canSubmit={date !== null && !command.isPending}
      onSubmit={giveBack}
      error={error}
      dates={{ date }}
      fields={['date', 'bankAccountId']}
      onClose={onClose}
    >
      <DateField label="Date" value={date} onChange={setDate} error={errorAt(error, 'date')} autoFocus required />
      <SelectField
        label="Paid from"
        value={accountId}
        onChange={setAccountId}
        options={[
          { value: WHERE_IT_LIES, label: `${receipt.depositAccount}, where it lies` },
          ...bankAccounts(accounts).map(({ id, label }) => ({ value: String(id), label })),
        ]}
        error={errorAt(error, 'bankAccountId')}
      />
      <TextField label="Reason" value={memo} onChange={setMemo} maxLength={1000} />
    </CommandDialog>
  )
}
