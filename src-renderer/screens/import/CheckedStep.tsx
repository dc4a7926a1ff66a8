import { useMemo } from 'react'
import type { ImportPlan, ImportProblem } from '../../../src-shared/contract/imports.ts'
import { Banner } from '../../ui/Banner.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { Card } from '../../ui/Page.tsx'
import { FileRows } from './FileRows.tsx'
import { fieldLabel } from './mapping.ts'
import { PlanFigures } from './PlanFigures.tsx'
import { isClean, problemsText, rowsText } from './steps.ts'
import type { MappedFile } from './steps.ts'

export type CheckedStepProps = { readonly file: MappedFile; readonly plan: ImportPlan }

/** What the import would post; or every row that stands in its way, by line of the file. */
export function CheckedStep({ file, plan }: CheckedStepProps) {
  if (isClean(plan)) {
    return (
      <>
        <Banner tone="ok">All {rowsText(plan.rows)} can be imported. Nothing is posted yet: F9 posts them all.</Banner>
        <PlanFigures plan={plan} />
        <FileRows preview={file.preview} mapping={file.mapping} />
      </>
    )
  }
  return (
    <>
      <Banner tone="bad">{problemsText(plan)} Correct the file and check again, or change the columns.</Banner>
      <Problems problems={plan.problems} />
    </>
  )
}

type ListedProblem = ImportProblem & { readonly place: number }

function Problems({ problems }: { readonly problems: readonly ImportProblem[] }) {
  const rows = useMemo(() => problems.map((problem, place): ListedProblem => ({ ...problem, place })), [problems])
  return (
    <Card fill>
      <DataGrid
        label="Rows that cannot be imported"
        rows={rows}
        columns={problemColumns}
        rowKey={({ place }) => String(place)}
        layoutId="import.problems"
        autoFocus
      />
    </Card>
  )
}

const problemColumns: readonly GridColumn<ListedProblem>[] = [
  { id: 'line', title: 'Line', width: 70, align: 'end', value: ({ line }) => line },
  {
    id: 'field',
    title: 'Field',
    width: 130,
    value: ({ field }) => field ?? '',
    text: ({ field }) => (field === null ? 'The whole row' : fieldLabel(field)),
  },
  { id: 'value', title: 'Value', width: 180, value: ({ value }) => value },
  { id: 'problem', title: 'What is wrong', width: 320, grow: 1, value: ({ problem }) => problem },
]
