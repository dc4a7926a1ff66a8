import type { MinorUnits } from '../../src-shared/domain/amounts/money.ts'
import { classNames } from './class-names.ts'
import { useFormat } from './conventions.tsx'
import css from './figures.module.css'

export type FigureProps = {
  readonly amount: MinorUnits
  readonly currency: string
  /** Overdue is heavier and says so to screen readers, so that it does not rest on colour. */
  readonly tone?: 'overdue' | 'muted' | undefined
  readonly isStrong?: boolean
  /** Nothing for zero. */
  readonly blankZero?: boolean
  readonly showCurrency?: boolean
}

/** An amount as this company writes it. */
export function Figure({
  amount,
  currency,
  tone,
  isStrong = false,
  blankZero = false,
  showCurrency = false,
}: FigureProps) {
  const format = useFormat()
  const isOverdue = tone === 'overdue' && amount > 0
  const text = blankZero ? format.blankZero(amount, currency) : format.amount(amount, currency)
  return (
    <span
      className={classNames(
        css.figure,
        isOverdue && css.overdue,
        tone === 'muted' && css.muted,
        isStrong && css.strong,
      )}
    >
      {showCurrency && <span className={css.currency}>{currency}</span>}
      {text}
      {isOverdue && text !== '' && <span className="visually-hidden"> overdue</span>}
    </span>
  )
}
