import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { bucketColor, bucketShares } from './buckets.ts'
import css from './buckets.module.css'

export type BucketFigures = {
  /** Names of the buckets, from current to oldest. */
  readonly labels: readonly string[]
  readonly amounts: readonly MinorUnits[]
  readonly currency: string
}

export type BucketBarProps = BucketFigures & {
  /** In px. */
  readonly height?: number
}

/** The buckets as shares of one bar. Credits take no share: a bar has no room below zero. */
export function BucketBar({ labels, amounts, currency, height = 14 }: BucketBarProps) {
  const format = useFormat()
  const shares = bucketShares(amounts)
  const text = labels.map((label, index) => `${label}: ${format.amount(amounts[index] ?? 0, currency)}`).join(', ')
  return (
    <div role="img" aria-label={text} className={css.bar} style={{ height }}>
      {shares.map(
        (share, index) =>
          share > 0 && (
            <span
              key={labels[index]}
              style={{ flexGrow: share, background: bucketColor(index, labels.length) }}
              title={labels[index]}
            />
          ),
      )}
    </div>
  )
}
