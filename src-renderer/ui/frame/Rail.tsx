import { actionOf } from '../../../src-shared/keys-and-menu/actions.ts'
import type { ActionId } from '../../../src-shared/keys-and-menu/actions.ts'
import { useActionState, useRunAction } from '../../keyboard/use-action.ts'
import { KeyHint } from '../KeyHint.tsx'
import css from './AppShell.module.css'

export type RailItem = {
  readonly action: ActionId
  /** Instead of the action's own title. */
  readonly title?: string
  /** How many wait there; it takes the place of the key. */
  readonly count?: number
  /** A line above: the start of a group. */
  readonly startsGroup?: boolean
}

export type RailProps = { readonly items: readonly RailItem[]; readonly current: ActionId | null }

/** The places of the window, each with its key. */
export function Rail({ items, current }: RailProps) {
  return (
    <nav className={css.rail} aria-label="Places" data-print="hide">
      <ul>
        {items.map((item) => (
          <li key={item.action} className={item.startsGroup === true ? css.group : undefined}>
            <RailButton item={item} isCurrent={item.action === current} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

function RailButton({ item, isCurrent }: { readonly item: RailItem; readonly isCurrent: boolean }) {
  const run = useRunAction()
  const { enabled, reasonAgainst } = useActionState(item.action)
  const action = actionOf(item.action)
  return (
    <button
      type="button"
      className={css.place}
      aria-current={isCurrent ? 'page' : undefined}
      aria-disabled={enabled ? undefined : true}
      title={reasonAgainst ?? action.hint}
      onClick={() => run(item.action)}
    >
      <span>{item.title ?? action.title}</span>
      {item.count === undefined ? action.key !== undefined && <KeyHint keys={action.key} bare /> : <i>{item.count}</i>}
    </button>
  )
}
