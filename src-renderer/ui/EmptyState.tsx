import type { ReactNode } from 'react'
import { actionOf } from '../../src-shared/keys-and-menu/actions.ts'
import type { ActionId } from '../../src-shared/keys-and-menu/actions.ts'
import { ActionButton } from './ActionButton.tsx'
import css from './EmptyState.module.css'

export type EmptyStateProps = {
  readonly title: string
  /** What belongs here. */
  readonly children?: ReactNode
  /** What makes the first one; the first of them is the main one. */
  readonly actions?: readonly ActionId[]
}

/** An empty screen that teaches: what belongs here and the key that makes the first one. */
export function EmptyState({ title, children, actions = [] }: EmptyStateProps) {
  return (
    <div className={css.empty}>
      <p className={css.title}>{title}</p>
      {children !== undefined && <div className={css.text}>{children}</div>}
      {actions.length > 0 && (
        <div className={css.actions}>
          {actions.map((id, index) => (
            <ActionButton key={id} action={id} label={actionOf(id).title} variant={index === 0 ? 'primary' : 'plain'} />
          ))}
        </div>
      )}
    </div>
  )
}
