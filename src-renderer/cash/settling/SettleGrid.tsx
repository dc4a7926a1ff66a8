import { useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useAction, useActions } from '../../keyboard/use-action.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { EntryGrid } from '../../ui/grid/EntryGrid.tsx'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { isAcross } from './crossing.ts'
import { DeductDialog } from './DeductDialog.tsx'
import type { Deducted } from './deductions.ts'
import { settleColumns } from './settle-columns.tsx'
import type { SettleColumnsOptions } from './settle-columns.tsx'
import { settledBy, takeable, toggleApplied, cleared } from './settle-row.ts'
import type { SettleRow } from './settle-row.ts'

export type SettleGridProps = Omit<SettleColumnsOptions, 'format' | 'hasDeductions' | 'hasOthers' | 'hasParts'> & {
  readonly label: string
  readonly layoutId: string
  readonly rows: readonly SettleRow[]
  /** The rows as they are now, and the one that was changed. */
  readonly onChange: (rows: readonly SettleRow[], changed: SettleRow | null) => void
  /** What is deducted of an item; without it nothing can be. */
  readonly deducting?: {
    readonly of: (row: SettleRow) => Deducted | undefined
    readonly set: (row: SettleRow, deductions: readonly Deducted[]) => void
  }
  readonly errors: FieldErrors
  readonly empty: ReactNode
}

const keyOf = (row: SettleRow): string => String(row.documentId)

/** Open items to take in full with Space or in part by typing; Del takes none. */
export function SettleGrid({ label, layoutId, rows, onChange, deducting, errors, empty, ...look }: SettleGridProps) {
  const format = useFormat()
  const { currency, title, withDue, customers } = look
  // Not state: a key that follows an arrow at once must find the row the arrow led to.
  const active = useRef(0)
  const [deductionRow, setDeductionRow] = useState<SettleRow | null>(null)
  const hasDeductions = rows.some(({ deducted }) => deducted !== 0)
  const hasOthers = rows.some(isAcross)
  const hasParts = rows.some(({ isInParts }) => isInParts)
  const columns = useMemo(
    () => settleColumns({ currency, title, withDue, customers, hasDeductions, hasOthers, hasParts, format }),
    [currency, title, withDue, customers, hasDeductions, hasOthers, hasParts, format],
  )

  function toggle(): void {
    const row = rows[active.current]
    if (row === undefined) return
    const changed = toggleApplied(row)
    onChange(rows.with(active.current, changed), changed)
  }

  useActions(
    {
      'items.tick': toggle,
      'items.clear': () =>
        onChange(
          rows.map((row) => ({ ...cleared(row), deducted: 0 })),
          null,
        ),
    },
    { enabled: rows.length > 0 },
  )
  useAction('items.deduct', () => setDeductionRow(rows[active.current] ?? null), {
    enabled: deducting !== undefined && rows.length > 0,
  })
  return (
    <>
      <EntryGrid
        label={label}
        layoutId={layoutId}
        actionScope="grid:items"
        startColumn="applied"
        rows={rows}
        columns={columns}
        rowKey={keyOf}
        errors={errors}
        onActiveRow={(index) => {
          active.current = index
        }}
        onChange={(next) => onChange(next, next[active.current] ?? null)}
        empty={empty}
      />
      {deducting !== undefined && deductionRow !== null && (
        <DeductDialog
          number={deductionRow.number}
          before={deducting.of(deductionRow)}
          left={takeable(deductionRow) - settledBy(deductionRow)}
          currency={deductionRow.currency}
          onDeduct={(deductions) => {
            deducting.set(deductionRow, deductions)
            setDeductionRow(null)
          }}
          onClose={() => setDeductionRow(null)}
        />
      )}
    </>
  )
}
