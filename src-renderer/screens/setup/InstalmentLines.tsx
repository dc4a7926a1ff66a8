import { EntryGrid } from '../../ui/grid/EntryGrid.tsx'
import type { EntryColumn } from '../../ui/grid/entry-column.ts'
import { isBlankInstalment, newInstalment } from './terms-entry.ts'
import type { InstalmentRow, TermsEntry } from './terms-entry.ts'
import type { SetupForm } from './use-setup-form.ts'
import css from './setup.module.css'

const columns: readonly EntryColumn<InstalmentRow>[] = [
  {
    kind: 'decimal',
    id: 'percent',
    title: 'Percent',
    width: 100,
    grow: 1,
    align: 'end',
    quick: true,
    value: (row) => row.percent,
    change: (row, percent) => ({ ...row, percent }),
  },
  {
    kind: 'text',
    id: 'days',
    title: 'Days after the invoice',
    width: 140,
    grow: 1,
    quick: true,
    value: (row) => row.days,
    change: (row, days) => ({ ...row, days }),
  },
]
const keyOf = (row: InstalmentRow): string => row.key

export function InstalmentLines({ form }: { readonly form: SetupForm<TermsEntry> }) {
  return (
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
  )
}
