import { useMemo } from 'react'
import { useLedgerQuery } from '../../api/queries.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import { Card } from '../../ui/Page.tsx'
import { postingColumns, postingRows } from './posting-columns.tsx'
import type { PostingRow } from './posting-columns.tsx'

const keyOf = (row: PostingRow): string => row.key

/** The ledger entries behind a document, and who made them by which command. */
export function PostingsCard({ documentId, currency }: { readonly documentId: number; readonly currency: string }) {
  const format = useFormat()
  const { data, error } = useLedgerQuery('documents.postings', { id: documentId })
  const { data: profile } = useLedgerQuery('company.profile', {})
  const baseCurrency = profile?.baseCurrency ?? currency
  const rows = useMemo(() => postingRows(data ?? []), [data])
  const columns = useMemo(
    () => postingColumns(format, { currency, baseCurrency }, rows),
    [format, currency, baseCurrency, rows],
  )
  if (error) return <Banner tone="bad">{error.message}</Banner>
  return (
    <Card title="Postings" fill>
      <DataGrid label="Postings" layoutId="document-postings" rows={rows} columns={columns} rowKey={keyOf} autoFocus />
    </Card>
  )
}
