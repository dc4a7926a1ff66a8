import { useMemo } from 'react'
import type { ImportMapping, ImportPlan } from '../../../src-shared/import-export/contract/imports.ts'
import { linesText } from '../../../src-shared/import-export/rules/import-problems.ts'
import type { ProblemGroup } from '../../../src-shared/import-export/rules/import-problems.ts'
import { Banner } from '../../ui/Banner.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { Card } from '../../ui/Page.tsx'
import { FileRows } from './FileRows.tsx'
import { LookAlikes } from './LookAlikes.tsx'
import { fieldLabel } from './mapping.ts'
import { PlanFigures } from './PlanFigures.tsx'
import { columnsLeftOutText, isClean, leftOutText, problemsText, rowsText } from './steps.ts'
import type { MappedFile } from './steps.ts'

export type CheckedStepProps = {
  readonly file: MappedFile
  readonly plan: ImportPlan
  readonly onAnswer: (changes: Partial<ImportMapping['lookAlikes']>) => void
  /** Enter on the last answer. */
  readonly onLast: () => void
}

/** What the import would post; or each problem that stands in its way, with the rows that have it. */
export function CheckedStep({ file, plan, onAnswer, onLast }: CheckedStepProps) {
  const leftOut = leftOutText(plan)
  const columnsLeftOut = columnsLeftOutText(plan)
  if (isClean(plan)) {
    const imported = plan.rows - plan.closedRows - plan.otherLines
    return (
      <>
        <Banner tone="ok">
          {imported === plan.rows ? `All ${rowsText(imported)}` : `${rowsText(imported)} of ${rowsText(plan.rows)}`} can
          be imported. {leftOut !== null && `${leftOut} `}Nothing is posted yet: F9 posts them all.
        </Banner>
        {columnsLeftOut !== null && (
          <Banner tone="warn">{columnsLeftOut} To import one, go back and say what it holds.</Banner>
        )}
        <PlanFigures plan={plan} />
        <FileRows preview={file.preview} mapping={file.mapping} />
      </>
    )
  }
  const asked = plan.problems.flatMap(({ question }) => (question === null ? [] : [question]))
  return (
    <>
      <Banner tone="bad">
        {problemsText(plan)}{' '}
        {asked.length < plan.problems.length && 'Correct the file and check again, or change the columns. '}
        {leftOut}
      </Banner>
      {asked.length > 0 && (
        <LookAlikes asked={asked} answers={file.mapping.lookAlikes} onAnswer={onAnswer} onLast={onLast} />
      )}
      <Problems problems={plan.problems} takesFocus={asked.length === 0} />
    </>
  )
}

type ListedProblem = ProblemGroup & { readonly place: number }

function Problems({
  problems,
  takesFocus,
}: {
  readonly problems: readonly ProblemGroup[]
  readonly takesFocus: boolean
}) {
  const rows = useMemo(() => problems.map((problem, place): ListedProblem => ({ ...problem, place })), [problems])
  return (
    <Card fill>
      <DataGrid
        label="Rows that cannot be imported"
        rows={rows}
        columns={problemColumns}
        rowKey={({ place }) => String(place)}
        layoutId="import.problems"
        autoFocus={takesFocus}
      />
    </Card>
  )
}

const problemColumns: readonly GridColumn<ListedProblem>[] = [
  { id: 'rows', kind: 'number', title: 'Rows', width: 80, align: 'end', value: ({ count }) => count },
  {
    id: 'lines',
    kind: 'text',
    title: 'Lines',
    width: 100,
    value: ({ lines }) => lines[0]?.from ?? 0,
    text: ({ lines }) => linesText(lines),
  },
  {
    id: 'field',
    kind: 'text',
    title: 'Field',
    width: 130,
    value: ({ field }) => field ?? '',
    text: ({ field }) => (field === null ? 'The whole row' : fieldLabel(field)),
  },
  { id: 'value', kind: 'text', title: 'First value', width: 120, value: ({ value }) => value },
  { id: 'problem', kind: 'text', title: 'What is wrong', width: 320, grow: 1, value: ({ problem }) => problem },
]
