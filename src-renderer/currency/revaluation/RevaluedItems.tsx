import { useMemo } from 'react'
import type { RevaluationProposal } from '../../../src-shared/currency/contract/revaluation.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import { revaluedColumns } from './revalued-columns.tsx'
import type { RevaluedRow } from './revalued-columns.tsx'

const keyOf = ({ documentId }: RevaluedRow): string => String(documentId)

/** Every item open in another currency, as the books carry it and at the rate of the day; Enter opens its document. */
export function RevaluedItems({ proposal }: { readonly proposal: RevaluationProposal }) {
  const navigator = useNavigator()
  const format = useFormat()
  const { decimal } = useConventions()
  const rows = useMemo(
    () =>
      proposal.currencies.flatMap(({ currency, items }) => items.map((item): RevaluedRow => ({ ...item, currency }))),
    [proposal],
  )
  const columns = useMemo(() => revaluedColumns(proposal, format, decimal), [proposal, format, decimal])
  return (
    <DataGrid
      label="Open in other currencies"
      layoutId="revaluation.items"
      rows={rows}
      columns={columns}
      rowKey={keyOf}
      onOpen={({ documentId }) => navigator.go({ screen: 'document', documentId })}
      empty={
        <EmptyState title={`Nothing was open in another currency on ${format.date(proposal.date)}`}>
          What foreign customers owe at the end of a day stands here, at the rate it was posted at and at the day’s.
        </EmptyState>
      }
    />
  )
}
