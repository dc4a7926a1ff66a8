import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import type { FieldIds, FieldProps } from './field.ts'
import css from './field.module.css'

export type FieldFrameProps = {
  readonly field: FieldProps
  readonly ids: FieldIds
  /** What the field itself refuses; it is said before the screen's own error. */
  readonly problem?: string | null
  readonly children: ReactNode
}

/** Label above, control, and beneath it the error or the hint. */
export function FieldFrame({ field, ids, problem = null, children }: FieldFrameProps) {
  const error = problem ?? field.error
  return (
    <div className={classNames(css.field, field.className)}>
      <label id={ids.label} htmlFor={ids.control} className={field.hideLabel === true ? 'visually-hidden' : css.label}>
        {field.label}
      </label>
      {children}
      {error !== undefined ? (
        <p id={ids.message} className={css.error}>
          {error}
        </p>
      ) : (
        field.hint !== undefined && (
          <p id={ids.message} className={css.hint}>
            {field.hint}
          </p>
        )
      )}
    </div>
  )
}
