import type { BucketFigures } from './BucketBar.tsx'
import { bucketColor } from './buckets.ts'
import { ColumnChart } from './ColumnChart.tsx'

export type AgingChartProps = BucketFigures & {
  /** What the chart shows, for screen readers: Open amounts by days overdue. */
  readonly title: string
  /** In px. */
  readonly height?: number
}

/** The buckets as columns with their amounts. */
export function AgingChart({ labels, amounts, ...chart }: AgingChartProps) {
  const columns = labels.map((label, index) => ({
    label,
    amount: amounts[index] ?? 0,
    color: bucketColor(index, labels.length),
  }))
  return <ColumnChart columns={columns} {...chart} />
}
