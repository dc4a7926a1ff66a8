import { useMemo, useState } from 'react'
import type { CalendarDate } from '../../src-shared/domain/calendar.ts'
import { useActions } from '../keyboard/use-action.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Button } from '../ui/Button.tsx'
import { AgingChart } from '../ui/charts/AgingChart.tsx'
import { BucketBar, BucketLegend } from '../ui/charts/BucketBar.tsx'
import { Figure } from '../ui/Figure.tsx'
import { DateField } from '../ui/fields/DateField.tsx'
import { DataGrid } from '../ui/grid/DataGrid.tsx'
import type { GridColumn } from '../ui/grid/grid-column.ts'
import { Card, Page } from '../ui/Page.tsx'
import { Pill } from '../ui/Pill.tsx'
import { workDate } from './sample.ts'

const labels = ['Current', '1-30', '31-60', '61-90', 'Over 90']

type AgingRow = {
  readonly code: string
  readonly name: string
  readonly buckets: readonly number[]
  readonly note: string
}

const rows: readonly AgingRow[] = [
  { code: 'BRIGH02', name: 'Brightwater Hotels', buckets: [812_000, 221_000, 0, 0, 0], note: '' },
  {
    code: 'CEDAR01',
    name: 'Cedar & Sons Builders',
    buckets: [120_000, 340_000, 512_000, 98_000, 761_000],
    note: 'promised 5 Jul',
  },
  { code: 'DELTA04', name: 'Delta Clinics Group', buckets: [2_240_000, 0, 0, 0, 0], note: '' },
  { code: 'FOXGL01', name: 'Foxglove Stationers', buckets: [64_000, 91_000, 128_000, 0, 0], note: 'disputed' },
  { code: 'HILLT03', name: 'Hilltop School District', buckets: [1_510_000, 820_000, 0, 0, 0], note: '' },
  { code: 'NORTH01', name: 'Northgate Foods Ltd', buckets: [658_500, 547_500, 0, 0, 0], note: '' },
  {
    code: 'QUAYS01',
    name: 'Quayside Brewing Co',
    buckets: [210_000, 130_000, 90_000, 230_000, 411_000],
    note: 'level 2',
  },
]

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)
const totals = labels.map((_, index) => sum(rows.map(({ buckets }) => buckets[index] ?? 0)))

/** Aging by customer, on example data. */
export function AgingSheet() {
  const [asOf, setAsOf] = useState<CalendarDate | null>(workDate)
  const columns = useMemo(() => agingColumns(), [])
  useActions({ 'print.page': () => window.print() })
  return (
    <Page
      title="Aging"
      sub={
        <>
          By due date, as of
          <div className="gallery-date">
            <DateField label="As of" hideLabel autoFocus value={asOf} onChange={setAsOf} />
          </div>
          <Pill tone="ok">equals account 1200 Receivables</Pill>
        </>
      }
      actions={
        <>
          <ActionButton action="print.page" />
          <Button onPress={() => undefined}>Export</Button>
        </>
      }
    >
      <Card padded>
        <div className="gallery-between">
          <b className="gallery-big">
            <Figure amount={sum(totals)} currency="USD" />
          </b>
          <BucketLegend labels={labels} amounts={totals} currency="USD" />
        </div>
        <BucketBar labels={labels} amounts={totals} currency="USD" height={22} />
        <AgingChart labels={labels} amounts={totals} currency="USD" title="Open amounts by days overdue" height={130} />
      </Card>
      <Card fill>
        <DataGrid
          label="Aging by customer"
          rows={rows}
          columns={columns}
          rowKey={(row) => row.code}
          layoutId="gallery.aging"
          typeToSelect="name"
          selectedKey="CEDAR01"
        />
      </Card>
    </Page>
  )
}

function agingColumns(): readonly GridColumn<AgingRow>[] {
  return [
    { id: 'code', title: 'Code', width: 90, value: (row) => row.code },
    { id: 'name', title: 'Customer', width: 150, grow: 1, value: (row) => row.name, total: 'Total' },
    ...labels.map((label, index): GridColumn<AgingRow> => ({
      id: label,
      title: label,
      width: 96,
      align: 'end',
      value: (row) => row.buckets[index] ?? 0,
      cell: (row) => (
        <Figure amount={row.buckets[index] ?? 0} currency="USD" blankZero tone={index > 2 ? 'overdue' : undefined} />
      ),
      total: <Figure amount={totals[index] ?? 0} currency="USD" />,
    })),
    {
      id: 'total',
      title: 'Total',
      width: 104,
      align: 'end',
      value: (row) => sum(row.buckets),
      cell: (row) => <Figure amount={sum(row.buckets)} currency="USD" isStrong />,
      total: <Figure amount={sum(totals)} currency="USD" />,
    },
    {
      id: 'share',
      title: 'Share',
      width: 100,
      isSortable: false,
      value: () => 0,
      cell: (row) => <BucketBar labels={labels} amounts={row.buckets} currency="USD" />,
    },
    {
      id: 'note',
      title: 'Note',
      width: 120,
      isSortable: false,
      value: (row) => row.note,
      cell: (row) => row.note !== '' && <Pill tone="warn">{row.note}</Pill>,
    },
  ]
}
