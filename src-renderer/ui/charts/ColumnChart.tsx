import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import type { MinorUnits } from '../../../src-shared/domain/money.ts'
import { useFormat } from '../conventions.tsx'
import { columnRange } from './column-range.ts'
import css from './buckets.module.css'

export type ChartColumn = {
  readonly label: string
  readonly amount: MinorUnits
  /** As CSS has it. */
  readonly color: string
}

export type ColumnChartProps = {
  readonly columns: readonly ChartColumn[]
  readonly currency: string
  /** What the chart shows, for screen readers: Open amounts by days overdue. */
  readonly title: string
  /** In px. */
  readonly height?: number
}

/** Amounts as columns. Screen readers get the same figures as a table. */
export function ColumnChart({ columns, currency, title, height = 160 }: ColumnChartProps) {
  const format = useFormat()
  const data = columns.map(({ label, amount, color }) => ({
    label,
    amount,
    text: format.amount(amount, currency),
    // A figure over nothing is noise; the table for screen readers has it.
    above: amount === 0 ? '' : format.amount(amount, currency),
    // Recharts colours a bar by this name.
    fill: color,
  }))

  const [least, most] = columnRange(columns.map(({ amount }) => amount))

  return (
    <figure className={css.chart}>
      <div className={css.plot} style={{ height }} aria-hidden="true">
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={data} margin={{ top: 20, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
            <XAxis dataKey="label" height={22} tickLine={false} axisLine={{ stroke: 'var(--line-2)' }} interval={0} />
            <YAxis hide domain={[least, most]} />
            <Bar dataKey="amount" isAnimationActive={false} maxBarSize={96} minPointSize={1} radius={[3, 3, 0, 0]}>
              <LabelList dataKey="above" position="top" offset={6} />
            </Bar>
          </BarChart>
        </ResponsiveContainer>
      </div>
      <table className="visually-hidden">
        <caption>{title}</caption>
        <thead>
          <tr>
            {data.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {data.map(({ label, text }) => (
              <td key={label}>{text}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </figure>
  )
}
