import { useMemo } from 'react'
import { EntryGrid } from '../../ui/grid/EntryGrid.tsx'
import type { EntryColumn } from '../../ui/grid/entry-column.ts'
import { isBlankInstalment, newInstalment } from './terms-entry.ts'
import type { InstalmentRow, TermsEntry } from './terms-entry.ts'
import type { SetupForm } from './use-setup-form.ts'
import css from './setup.module.css'

const columnsIn = (currency: string): readonly EntryColumn<InstalmentRow>[] => [
  {
    kind: 'decimal',
    id: 'percent',
    of: 'percent',
    title: 'Percent',
    width: 70,
    grow: 1,
    align: 'end',
    quick: true,
    value: (row) => row.percent,
    change: (row, percent) => ({ ...row, percent }),
  },
  {
    kind: 'amount',
    id: 'amount',
    title: 'or amount',
    width: 90,
    grow: 1,
    align: 'end',
    currency,
    value: (row) => row.amount,
    change: (row, amount) => ({ ...row, amount }),
  },
  {
    kind: 'text',
    id: 'months',
    title: 'Months',
    width: 64,
    align: 'end',
    value: (row) => row.months,
    change: (row, months) => ({ ...row, months }),
  },
  {
    kind: 'text',
    id: 'days',
    title: 'Days',
    width: 60,
    align: 'end',
    quick: true,
    value: (row) => row.days,
    change: (row, days) => ({ ...row, days }),
  },
]
const keyOf = (row: InstalmentRow): string => row.key

export type InstalmentLinesProps = {
  readonly form: SetupForm<TermsEntry>
  /** The company's, which amounts of terms are in. */
  readonly currency: string
}

export function InstalmentLines({ form, currency }: InstalmentLinesProps) {
  const columns = useMemo(() => columnsIn(currency), [currency])
  return (
    <>
      <div className={css.instalments}>
        <EntryGrid
          label="Instalments"
          rows={form.entry.parts}
          columns={columns}
          rowKey={keyOf}
          newRow={newInstalment}
          isBlank={isBlankInstalment}
          errors={form.errors}
          errorPath="parts"
          onChange={(parts) => form.change({ parts })}
        />
      </div>
      <p className={css.note}>
        Due so many months and days after the invoice. A line with neither percent nor amount takes the rest.
      </p>
    </>
  )
}
