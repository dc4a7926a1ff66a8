import { useMemo, useRef } from 'react'
import { useQuoteFor } from '../../entry/quotes.ts'
import { useActions } from '../../keyboard/use-action.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { EntryGrid } from '../../ui/grid/EntryGrid.tsx'
import { dueColumns } from './due-columns.tsx'
import { allToggled, toggled } from './due-row.ts'
import type { DueRow } from './due-row.ts'
import type { DueRun } from './use-due-run.ts'

const keyOf = (row: DueRow): string => row.key

/** What is due: Space ticks a line, its date can be changed. */
export function DueGrid({ run, baseCurrency }: { readonly run: DueRun; readonly baseCurrency: string }) {
  const { rows } = run
  const format = useFormat()
  // Not state: a key that follows an arrow at once must find the row the arrow led to.
  const active = useRef(0)
  const quoteFor = useQuoteFor(baseCurrency)
  const columns = useMemo(
    () => dueColumns(format, rows, baseCurrency, quoteFor),
    [format, rows, baseCurrency, quoteFor],
  )

  useActions(
    {
      'due.tick': () => {
        const row = rows[active.current]
        if (row !== undefined) run.change(rows.with(active.current, toggled(row)))
      },
      'due.tickAll': () => run.change(allToggled(rows)),
      'due.skip': () => {
        const row = rows[active.current]
        if (row !== undefined) void run.skip(row)
      },
    },
    { enabled: rows.length > 0 },
  )

  return (
    <EntryGrid
      label="Due"
      layoutId="recurring-due"
      actionScope="grid:due"
      startColumn="date"
      rows={rows}
      columns={columns}
      rowKey={keyOf}
      errors={run.errors}
      onActiveRow={(index) => {
        active.current = index
      }}
      onChange={run.change}
      rowTone={toneOf}
      empty={
        run.isRead ? (
          <EmptyState title="Nothing is due" actions={['go.recurring', 'recurring.new']}>
            Invoices that come again and again stand here once their day has come, however long Duebook was not open.
          </EmptyState>
        ) : null
      }
    />
  )
}

const toneOf = ({ isTicked }: DueRow) => (isTicked ? undefined : ('muted' as const))
