import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import css from './field.module.css'

export type FieldRowProps = {
  readonly children: ReactNode
  /** Widths as in grid-template-columns, e.g. `2fr 1fr 1fr`. */
  readonly columns: string
  readonly className?: string
}

/** Fields side by side. */
export function FieldRow({ children, columns, className }: FieldRowProps) {
  return (
    <div className={classNames(css.row, className)} style={{ gridTemplateColumns: columns }}>
      {children}
    </div>
  )
}
