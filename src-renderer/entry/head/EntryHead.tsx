import type { ReactNode } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { FactLine } from '../../ui/FactLine.tsx'
import type { Fact } from '../../ui/FactLine.tsx'
import css from '../entry.module.css'

export type EntryHeadProps = {
  /** What was known before anything is entered. */
  readonly before?: readonly Fact[]
  /** What is known of what was chosen; nothing is drawn while it is empty. */
  readonly facts?: readonly Fact[]
  readonly children: ReactNode
}

/** The head of an entry: its fields in rows, and what is known of whom they name. */
export function EntryHead({ before = [], facts = [], children }: EntryHeadProps) {
  return (
    <>
      {before.length > 0 && <FactLine facts={before} />}
      <div className={css.fields}>{children}</div>
      {facts.length > 0 && (
        <div className={css.facts}>
          <FactLine facts={facts} />
        </div>
      )}
    </>
  )
}

/** Fields side by side, each in a `Place`. */
export function HeadRow({ children }: { readonly children: ReactNode }) {
  return <div className={css.headRow}>{children}</div>
}

export type PlaceProps = {
  /** A number is a share of what is left of the row, a text a width of its own. */
  readonly width: number | `${number}px`
  /** A check box, which has no label above it. */
  readonly isCheck?: boolean
  readonly children?: ReactNode
}

/** Where a field stands in its row; one that is not needed leaves its place to the others. */
export function Place({ width, isCheck = false, children }: PlaceProps) {
  const flex = typeof width === 'number' ? `${width} 1 0` : `0 0 ${width}`
  return (
    <div className={classNames(css.place, isCheck && css.beside)} style={{ flex }}>
      {children}
    </div>
  )
}
