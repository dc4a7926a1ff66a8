import type { ReactNode } from 'react'
import { Fragment } from 'react'
import css from './figures.module.css'

export type Fact = { readonly label: string; readonly value: ReactNode; readonly tone?: 'overdue' | undefined }

/** What one should know before entering, in a line: balance, overdue, last payment. */
export function FactLine({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={css.facts}>
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd className={fact.tone === 'overdue' ? css.factOverdue : undefined}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

export type FigureBarProps = {
  readonly figures: readonly Fact[]
  /** The buttons at its end: the screen's main action. */
  readonly children?: ReactNode
}

/** The totals of an entry, always in sight at its foot, with the button that posts it. */
export function FigureBar({ figures, children }: FigureBarProps) {
  return (
    <div className={css.bar}>
      <dl>
        {figures.map((fact) => (
          <div key={fact.label}>
            <dt>{fact.label}</dt>
            <dd className={fact.tone === 'overdue' ? css.factOverdue : undefined}>{fact.value}</dd>
          </div>
        ))}
      </dl>
      {children !== undefined && <div className={css.barButtons}>{children}</div>}
    </div>
  )
}

export type StatCardProps = {
  readonly label: string
  readonly children: ReactNode
  readonly hint?: ReactNode
  /** Opens the rows behind the figure. */
  readonly onPress?: () => void
}

/** One figure of the company; pressed, it opens the rows it is made of. */
export function StatCard({ label, children, hint, onPress }: StatCardProps) {
  const body = (
    <Fragment>
      <span className={css.statLabel}>{label}</span>
      <span className={css.statValue}>{children}</span>
      {hint !== undefined && <span className={css.statHint}>{hint}</span>}
    </Fragment>
  )
  if (onPress === undefined) return <div className={css.stat}>{body}</div>
  return (
    <button type="button" className={css.stat} onClick={onPress}>
      {body}
    </button>
  )
}
