import { useMemo } from 'react'
import type {
  ProposedCharge,
  ProposedItemCharge,
} from '../../../src-shared/finance-charges/contract/finance-charges.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { amountColumn, dateColumn } from '../../lists/columns.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import type { Format } from '../../ui/conventions.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { Card } from '../../ui/Page.tsx'

const keyOf = ({ documentId }: ProposedItemCharge): string => String(documentId)

/** The late items behind one customer's charge; one opens its document. */
export function ChargedItems({ charge }: { readonly charge: ProposedCharge }) {
  const navigator = useNavigator()
  const format = useFormat()
  const columns = useMemo(() => itemColumns(charge.currency, format), [charge.currency, format])
  return (
    <Card fill title={`${charge.code} ${charge.name}`}>
      <DataGrid
        label={`Late items of ${charge.name}`}
        layoutId="finance-charge-items"
        rows={charge.items}
        columns={columns}
        rowKey={keyOf}
        onOpen={({ documentId }) => navigator.go({ screen: 'document', documentId })}
        autoFocus
      />
    </Card>
  )
}

function itemColumns(currency: string, format: Format): readonly GridColumn<ProposedItemCharge>[] {
  const figure = (id: string, title: string, amountOf: (item: ProposedItemCharge) => number) =>
    amountColumn({ id, title, width: 110, blankZero: true }, amountOf, () => currency)
  return [
    { id: 'number', kind: 'code', title: 'Number', width: 130, grow: 1, value: ({ number }) => number },
    dateColumn({ id: 'due', title: 'Due', width: 112 }, format, ({ dueDate }) => dueDate),
    dateColumn({ id: 'after', title: 'Charged after', width: 112 }, format, ({ after }) => after),
    dateColumn({ id: 'until', title: 'Through', width: 112 }, format, ({ until }) => until),
    { id: 'days', kind: 'number', title: 'Days late', width: 84, align: 'end', value: ({ days }) => days },
    figure('overdue', 'Overdue', ({ overdue }) => overdue),
    figure('covered', 'Covered by credit', ({ covered }) => covered),
    figure('interest', 'Interest', ({ interest }) => interest),
    figure('fee', 'Late fee', ({ fee }) => fee),
  ]
}
