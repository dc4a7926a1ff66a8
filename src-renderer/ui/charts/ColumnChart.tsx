import { lazy } from 'react'
import { ChartFrame } from './ChartFrame.tsx'
import type { ChartProps } from './ChartFrame.tsx'

/** Loaded where a chart is shown: what draws it is the largest library of the window. */
const Columns = lazy(() => import('./Columns.tsx'))

/** Amounts as columns, each with its figure over it. */
export function ColumnChart(props: ChartProps) {
  return (
    <ChartFrame {...props}>
      <Columns points={props.points} currency={props.currency} />
    </ChartFrame>
  )
}
