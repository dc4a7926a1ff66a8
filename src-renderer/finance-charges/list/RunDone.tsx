import { useMemo } from 'react'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { amountColumn, dateColumn } from '../../lists/columns.tsx'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import type { Format } from '../../ui/conventions.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { Card, Page } from '../../ui/Page.tsx'

/** A document that the run has made. */
export type ChargedDocument = {
  readonly id: number
  readonly number: string
  readonly dueDate: CalendarDate
  readonly total: number
  readonly code: string
  readonly name: string
  readonly currency: string
}

const keyOf = ({ id }: ChargedDocument): string => String(id)

/** What was posted; Enter opens a document, to print or to void it. */
export function RunDone({ documents }: { readonly documents: readonly ChargedDocument[] }) {
  const navigator = useNavigator()
  const format = useFormat()
  const columns = useMemo(() => documentColumns(format), [format])
  return (
    <Page
      title="Finance charges posted"
      sub="One for each customer; Enter opens one"
      actions={<ActionButton action="go.back" variant="quiet" />}
    >
      <Card fill>
        <DataGrid
          label="Finance charges posted"
          layoutId="finance-charges-posted"
          rows={documents}
          rowKey={keyOf}
          onOpen={({ id }) => navigator.go({ screen: 'document', documentId: id })}
          autoFocus
          columns={columns}
        />
      </Card>
    </Page>
  )
}

const documentColumns = (format: Format): readonly GridColumn<ChargedDocument>[] => [
  { id: 'number', kind: 'code', title: 'Number', width: 130, value: ({ number }) => number },
  { id: 'code', kind: 'code', title: 'Code', width: 120, value: ({ code }) => code },
  { id: 'name', kind: 'text', title: 'Customer', width: 200, grow: 1, value: ({ name }) => name },
  dateColumn({ id: 'due', title: 'Due', width: 120 }, format, ({ dueDate }) => dueDate),
  amountColumn(
    { id: 'total', title: 'Total', width: 130 },
    ({ total }) => total,
    ({ currency }) => currency,
  ),
]
