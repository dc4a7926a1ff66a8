import { useMemo } from 'react'
import type { DocumentApplication, DocumentView } from '../../../src-shared/ledger/contract/documents.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FigureBar } from '../../ui/FactLine.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import { Card } from '../../ui/Page.tsx'
import { applicationColumns, applicationTone } from './application-columns.tsx'
import { billedOf, isCredit } from './billed.ts'
import type { BilledLine } from './billed.ts'
import { documentFigures } from './document-facts.tsx'
import { documentLineColumns } from './line-columns.tsx'
import css from './document.module.css'

export type ContentCardsProps = {
  readonly document: DocumentView
  readonly onSelect: (application: DocumentApplication) => void
}

/** What was billed, what settles it, and the sums. */
export function ContentCards({ document, onSelect }: ContentCardsProps) {
  const format = useFormat()
  const hasLines = document.lines.length > 0
  const applications = <Applications document={document} onSelect={onSelect} />
  return (
    <>
      {hasLines && <Lines document={document} />}
      {hasLines ? <div className={css.settled}>{applications}</div> : applications}
      <Card>
        <FigureBar figures={documentFigures(document, format)} />
      </Card>
    </>
  )
}

const lineKey = (line: BilledLine): string => String(line.lineNo)

function Lines({ document }: { readonly document: DocumentView }) {
  const format = useFormat()
  const { lines, includesTax } = useMemo(() => billedOf(document), [document])
  const columns = useMemo(
    () => documentLineColumns(format, document, lines, includesTax),
    [format, document, lines, includesTax],
  )
  return (
    <Card fill>
      <DataGrid label="Lines" layoutId="document-lines" rows={lines} columns={columns} rowKey={lineKey} />
    </Card>
  )
}

const applicationKey = (row: DocumentApplication): string => String(row.id)

function Applications({ document, onSelect }: ContentCardsProps) {
  const format = useFormat()
  const navigator = useNavigator()
  const columns = useMemo(
    () => applicationColumns(format, document.currency, document.applications, isCredit(document)),
    [format, document],
  )
  return (
    <Card fill title={isCredit(document) ? 'Applied to' : 'Settled by'}>
      <DataGrid
        label="Applications"
        layoutId="document-applications"
        rows={document.applications}
        columns={columns}
        rowKey={applicationKey}
        rowTone={applicationTone}
        onSelect={onSelect}
        onOpen={(row) => navigator.go({ screen: 'document', documentId: row.documentId })}
        autoFocus
        empty={
          <EmptyState
            title={isCredit(document) ? 'Not applied to anything yet' : 'Nothing has been paid on this yet'}
            actions={isCredit(document) ? ['receipt.new'] : []}
          />
        }
      />
    </Card>
  )
}
