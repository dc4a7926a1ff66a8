import { ColumnChart } from '../../ui/charts/ColumnChart.tsx'
import type { ChartProps } from '../../ui/charts/ChartFrame.tsx'
import type { BucketFigures } from './BucketBar.tsx'
import { bucketColor } from './buckets.ts'

export type AgingChartProps = BucketFigures & Pick<ChartProps, 'title' | 'height'>

/** The buckets as columns with their amounts. */
export function AgingChart({ labels, amounts, ...chart }: AgingChartProps) {
  const points = labels.map((label, index) => ({
    label,
    amount: amounts[index] ?? 0,
    color: bucketColor(index, labels.length),
  }))
  return <ColumnChart points={points} {...chart} />
}
