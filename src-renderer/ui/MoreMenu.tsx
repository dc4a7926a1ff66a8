import { Menu, MenuItem, MenuTrigger, Popover, Button as TriggerButton } from 'react-aria-components'
import { actionOf } from '../../src-shared/keys-and-menu/actions.ts'
import type { ActionId } from '../../src-shared/keys-and-menu/actions.ts'
import { KeyHint } from './KeyHint.tsx'
import { useActionContext } from '../keyboard/ActionProvider.tsx'
import { useActionsVersion } from '../keyboard/use-action.ts'
import css from './MoreMenu.module.css'

export type MoreItem = { readonly action: ActionId; readonly label?: string }

/** What is rarely done from a screen, with its keys: behind one button, so that a narrow window has room for the others. */
export function MoreMenu({ items }: { readonly items: readonly MoreItem[] }) {
  const { registry, run } = useActionContext()
  useActionsVersion()
  const possible = items.filter(({ action }) => registry.stateOf(action).enabled)
  if (possible.length === 0) return null
  return (
    <MenuTrigger>
      <TriggerButton className={css.trigger ?? ''}>
        More <span className={css.chevron} aria-hidden="true" />
      </TriggerButton>
      <Popover placement="bottom end" offset={4} className={css.popover ?? ''}>
        <Menu className={css.menu ?? ''} onAction={(id) => run(id as ActionId)}>
          {possible.map(({ action: id, label }) => {
            const { title, key } = actionOf(id)
            return (
              <MenuItem key={id} id={id} textValue={label ?? title} className={css.item ?? ''}>
                <span>{label ?? title}</span>
                {key !== undefined && <KeyHint keys={key} />}
              </MenuItem>
            )
          })}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
