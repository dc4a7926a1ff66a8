import { Bar, BarChart, LabelList, XAxis, YAxis } from 'recharts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import { useFormat } from '../conventions.tsx'
import { ChartFrame } from './ChartFrame.tsx'
import type { ChartProps } from './ChartFrame.tsx'

/** Amounts as columns, each with its figure over it. */
export function ColumnChart(props: ChartProps) {
  const { points, currency } = props
  const format = useFormat()
  const data = points.map(({ label, amount, color }) => ({
    label,
    amount,
    // A figure over nothing is noise; the table for screen readers has it.
    above: amount === 0 ? '' : format.amount(amount, currency),
    // Recharts colours a bar by this name.
    fill: color,
  }))
  const [least, most] = columnRange(points.map(({ amount }) => amount))
  return (
    <ChartFrame {...props}>
      <BarChart data={data} margin={{ top: 20, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <XAxis dataKey="label" height={22} tickLine={false} axisLine={{ stroke: 'var(--line-2)' }} interval={0} />
        <YAxis hide domain={[least, most]} />
        <Bar dataKey="amount" isAnimationActive={false} maxBarSize={96} minPointSize={1} radius={[3, 3, 0, 0]}>
          <LabelList dataKey="above" position="top" offset={6} />
        </Bar>
      </BarChart>
    </ChartFrame>
  )
}

/** Of the height, for the figure that stands under a column below zero: the axis has its words there. */
const ROOM_BELOW = 0.2

/** From where to where the columns are drawn: zero always in between, and room for the figures below it. */
export function columnRange(amounts: readonly MinorUnits[]): readonly [least: number, most: number] {
  const least = Math.min(0, ...amounts)
  const most = Math.max(1, ...amounts)
  return [least < 0 ? least - (most - least) * ROOM_BELOW : 0, most]
}
