import { useState } from 'react'
import { v7 as uuidV7 } from 'uuid'
import type { OutdatedCharge } from '../../../src-shared/finance-charges/contract/finance-charges.ts'
import { addDaysWithin, maxDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { useCommand, useLedgerQuery } from '../../api/queries.tsx'
import { lateChargeText } from './late-charge-text.ts'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { CommandDialog, errorAt } from '../../entry/CommandDialog.tsx'
import css from './late.module.css'

export type CreditChargesDialogProps = {
  /** Each with something to credit. */
  readonly charges: readonly OutdatedCharge[]
  readonly onClose: () => void
}

const SHOWN_MOST = 6

/** Credits what finance charges charge too much by now, each by a credit note of exactly that. */
export function CreditChargesDialog({ charges, onClose }: CreditChargesDialogProps) {
  const { workDate } = useConventions()
  const format = useFormat()
  const { say } = useNotices()
  const { data: profile } = useLedgerQuery('company.profile', {})
  const command = useCommand('financeCharges.credit')
  // One for the dialog, so that sending it again after an uncertain answer posts it once.
  const [commandUid] = useState<string>(() => uuidV7())
  const [memo, setMemo] = useState('')
  const [typed, setDate] = useState<CalendarDate | null | undefined>()
  const date = typed === undefined ? offeredDay(charges, workDate, profile?.closingDate ?? null) : typed
  const items = charges.flatMap((charge) => charge.items.filter(({ credit }) => credit > 0))

  async function creditAll(): Promise<void> {
    if (date === null) return
    const request = charges.map(({ id, credit: total }) => ({ id, total }))
    const { documents } = await command.run({ commandUid, date, memo, charges: request })
    for (const [index, { number, total, unapplied }] of documents.entries()) {
      const { number: charge = '', currency = '' } = charges[index] ?? {}
      const left = unapplied > 0 ? `, of which ${format.amount(unapplied, currency)} stays unapplied` : ''
      say(`${number} credits ${format.amount(0 - total, currency)} of ${charge}${left}.`, { tone: 'ok' })
    }
    onClose()
  }

  return (
    <CommandDialog
      title="Credit what was charged too much"
      lead="Each finance charge gets a credit note of exactly what is too much, applied to what it has open. What was paid of it stays with the customer."
      submitLabel={creditLabel(charges, format.amount)}
      canSubmit={date !== null && !command.isPending}
      onSubmit={creditAll}
      error={command.error}
      dates={{ date: typed ?? null }}
      fields={['date', 'memo']}
      onClose={onClose}
    >
      <ul className={css.said}>
        {items.slice(0, SHOWN_MOST).map((item) => (
          <li key={`${item.chargeId} ${item.itemId}`}>{lateChargeText(item, format)}</li>
        ))}
        {items.length > SHOWN_MOST && <li>{`${items.length - SHOWN_MOST} more.`}</li>}
      </ul>
      <DateField
        label="Date"
        value={date}
        onChange={setDate}
        error={errorAt(command.error, 'date')}
        required
        autoFocus
      />
      <TextField label="Memo" value={memo} onChange={setMemo} maxLength={1000} error={errorAt(command.error, 'memo')} />
    </CommandDialog>
  )
}

/** The work date, or the first day on which all of them can be credited. */
const offeredDay = (
  charges: readonly OutdatedCharge[],
  workDate: CalendarDate,
  closingDate: CalendarDate | null,
): CalendarDate =>
  maxDate(
    workDate,
    ...charges.map(({ date }) => date),
    ...(closingDate === null ? [] : [addDaysWithin(closingDate, 1)]),
  )

/** "Credit 0.41", or of several currencies how many there are. */
export function creditLabel(
  charges: readonly OutdatedCharge[],
  write: (amount: number, currency: string) => string,
): string {
  const [first, ...others] = charges
  if (first === undefined) return 'Credit'
  if (others.some(({ currency }) => currency !== first.currency)) return `Credit ${charges.length} charges`
  return `Credit ${write(
    charges.reduce((sum, { credit }) => sum + credit, 0),
    first.currency,
  )}`
}
