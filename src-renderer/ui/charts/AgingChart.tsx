import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { useFormat } from '../conventions.tsx'
import type { BucketFigures } from './BucketBar.tsx'
import { bucketColor } from './buckets.ts'
import css from './buckets.module.css'

export type AgingChartProps = BucketFigures & {
  /** What the chart shows, for screen readers: Open amounts by days overdue. */
  readonly title: string
  /** In px. */
  readonly height?: number
}

/** The buckets as columns with their amounts. Screen readers get the same figures as a table. */
export function AgingChart({ labels, amounts, currency, title, height = 160 }: AgingChartProps) {
  const format = useFormat()
  const buckets = labels.map((label, index) => ({
    label,
    amount: amounts[index] ?? 0,
    text: format.amount(amounts[index] ?? 0, currency),
    // Recharts colours a bar by this name.
    fill: bucketColor(index, labels.length),
  }))

  return (
    <figure className={css.chart}>
      <div className={css.plot} style={{ height }} aria-hidden="true">
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={buckets} margin={{ top: 20, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
            <XAxis dataKey="label" height={22} tickLine={false} axisLine={{ stroke: 'var(--line-2)' }} interval={0} />
            <YAxis hide domain={[(least: number) => Math.min(0, least), (most: number) => Math.max(1, most)]} />
            <Bar dataKey="amount" isAnimationActive={false} maxBarSize={96} minPointSize={1} radius={[3, 3, 0, 0]}>
              <LabelList dataKey="text" position="top" offset={6} />
            </Bar>
          </BarChart>
        </ResponsiveContainer>
      </div>
      <table className="visually-hidden">
        <caption>{title}</caption>
        <thead>
          <tr>
            {buckets.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {buckets.map(({ label, text }) => (
              <td key={label}>{text}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </figure>
  )
}
