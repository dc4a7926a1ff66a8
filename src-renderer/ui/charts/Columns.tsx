import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { useFormat } from '../conventions.tsx'
import type { ChartProps } from './ChartFrame.tsx'
import { columnRange } from './column-range.ts'

export type ColumnsProps = Pick<ChartProps, 'points' | 'currency'>

/** The drawing of a column chart. */
export default function Columns({ points, currency }: ColumnsProps) {
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
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={data} margin={{ top: 20, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <XAxis dataKey="label" height={22} tickLine={false} axisLine={{ stroke: 'var(--line-2)' }} interval={0} />
        <YAxis hide domain={[least, most]} />
        <Bar dataKey="amount" isAnimationActive={false} maxBarSize={96} minPointSize={1} radius={[3, 3, 0, 0]}>
          <LabelList dataKey="above" position="top" offset={6} />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  )
}
