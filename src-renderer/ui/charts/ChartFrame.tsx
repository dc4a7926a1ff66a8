import { Suspense, type ReactNode } from 'react'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import { useFormat } from '../conventions.tsx'
import css from './charts.module.css'

/** One figure of a chart: of a bucket, a month. */
export type ChartPoint = {
  readonly label: string
  readonly amount: MinorUnits
  /** As CSS has it, of the theme's own. */
  readonly color: string
}

/** What every kind of chart takes. */
export type ChartProps = {
  readonly points: readonly ChartPoint[]
  readonly currency: string
  /** What the chart shows, for screen readers: Open amounts by days overdue. */
  readonly title: string
  /** In px. */
  readonly height?: number
}

export type ChartFrameProps = ChartProps & {
  /** The drawing. */
  readonly children: ReactNode
}

/** A chart in the colours and letters of the window, drawn once its code is there. Screen readers get the figures as a table. */
export function ChartFrame({ points, currency, title, height = 160, children }: ChartFrameProps) {
  const format = useFormat()
  return (
    <figure className={css.chart}>
      <div className={css.plot} style={{ height }} aria-hidden="true">
        <Suspense fallback={null}>{children}</Suspense>
      </div>
      <table className="visually-hidden">
        <caption>{title}</caption>
        <thead>
          <tr>
            {points.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {points.map(({ label, amount }) => (
              <td key={label}>{format.amount(amount, currency)}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </figure>
  )
}
