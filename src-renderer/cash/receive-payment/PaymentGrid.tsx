import { useMemo, useRef, useState } from 'react'
import { useActions } from '../../keyboard/use-action.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { EntryGrid } from '../../ui/grid/EntryGrid.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { NOTHING_APPLIED } from './entry.ts'
import { deductedColumn, paymentColumns } from './payment-columns.tsx'
import { DeductDialog } from '../settling/DeductDialog.tsx'
import { isCredit } from '../settling/item-row.ts'
import { isAcross } from '../settling/crossing.ts'
import { settled } from './payment-row.ts'
import type { PaymentRow } from './payment-row.ts'
import { togglePaid, withDeductions, withLateDiscount } from './paying.ts'
import { nextProposal } from './proposed.ts'
import type { ReceiptState } from './use-receipt-entry.ts'

const keyOf = (row: PaymentRow): string => String(row.documentId)

/** The customer's open items: Space pays one, typing pays a part, the last rows are credits to use up. */
export function PaymentGrid({ state }: { readonly state: ReceiptState }) {
  const { rows, currency, entry } = state
  const { customers } = state.ledger
  const hasDiscounts = rows.some((row) => row.discountUntil !== null)
  const hasOthers = rows.some(isAcross)
  const hasParts = rows.some((row) => row.isInParts)
  const hasUnapplied = rows.some((row) => row.unappliedAs !== null)
  const format = useFormat()
  const { say } = useNotices()
  // Not state: a key that follows an arrow at once must find the row the arrow led to.
  const active = useRef(0)
  const [deducting, setDeducting] = useState<PaymentRow | null>(null)
  const hasDeductions = rows.some((row) => row.deductions.length > 0)
  const columns = useMemo(() => {
    const usual = paymentColumns(currency, format, { customers, hasDiscounts, hasOthers, hasParts, hasUnapplied })
    // Before the payment, which stays the last.
    return hasDeductions ? usual.toSpliced(-1, 0, deductedColumn(format)) : usual
  }, [currency, format, customers, hasDiscounts, hasOthers, hasParts, hasUnapplied, hasDeductions])

  /** Says what a row needs that a key cannot give it; otherwise changes it. */
  function changeActive(change: (row: PaymentRow) => PaymentRow): void {
    const row = rows[active.current]
    if (row !== undefined) state.applyByHand(rows.with(active.current, change(row)))
  }

  /** While credits are used, an item takes at most what they and the money have left for it. */
  function payRow(): void {
    const row = rows[active.current]
    if (row === undefined) return
    const { creditsUsed, unapplied } = state.summary
    const most = creditsUsed === 0 || isCredit(row) ? null : Math.max(0, unapplied + row.payment)
    if (most !== 0 || row.payment !== 0) changeActive((paid) => togglePaid(paid, most))
    else say('Nothing is left to apply: the money and the credits used are all applied.')
  }

  function takeLateDiscount(): void {
    const row = rows[active.current]
    if (row === undefined) return
    if (row.discountMost === 0 || isCredit(row)) say(`${row.number} has no discount to take.`)
    else changeActive(withLateDiscount)
  }

  function askDeduction(): void {
    const row = rows[active.current]
    if (row !== undefined && !isCredit(row)) setDeducting(row)
    else say('Something is deducted from what the customer owes. Choose such a row.')
  }

  useActions(
    {
      'payment.payRow': payRow,
      'payment.clear': () => state.allocate(NOTHING_APPLIED),
      'payment.lateDiscount': takeLateDiscount,
      'payment.deduct': askDeduction,
    },
    { enabled: rows.length > 0 },
  )
  useActions(
    { 'payment.propose': () => state.allocate(nextProposal(entry.allocation)) },
    { enabled: state.ledger.isRead },
  )

  return (
    <>
      <EntryGrid
        label="Open items"
        layoutId="payment-items"
        actionScope="grid:payment"
        startColumn="payment"
        rows={rows}
        columns={columns}
        rowKey={keyOf}
        errors={state.errors}
        onActiveRow={(index) => {
          active.current = index
        }}
        onChange={state.applyByHand}
        empty={<Empty state={state} />}
      />
      {deducting !== null && (
        <DeductDialog
          number={deducting.number}
          before={deducting.deductions[0]}
          left={deducting.open - settled(deducting)}
          currency={deducting.currency}
          onDeduct={(deductions) => {
            const at = rows.findIndex(({ documentId }) => documentId === deducting.documentId)
            const row = rows[at]
            if (row !== undefined) state.applyByHand(rows.with(at, withDeductions(row, deductions)))
            setDeducting(null)
          }}
          onClose={() => setDeducting(null)}
        />
      )}
    </>
  )
}

function Empty({ state }: { readonly state: ReceiptState }) {
  if (state.entry.customer === null) {
    return (
      <EmptyState title="Who is paying?">
        Type the customer above: its code, any word of its name, or the number of an invoice on the check. Its open
        items come up here; Space pays one in full.
      </EmptyState>
    )
  }
  if (!state.ledger.isRead) return null
  return (
    <EmptyState title="Nothing is open">{`${state.entry.customer.name} owes nothing and has no credit.`}</EmptyState>
  )
}
