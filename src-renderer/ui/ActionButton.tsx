import type { ReactNode } from 'react'
import { actionOf } from '../../src-shared/keys-and-menu/actions.ts'
import type { ActionId } from '../../src-shared/keys-and-menu/actions.ts'
import { Button } from './Button.tsx'
import type { ButtonVariant } from './Button.tsx'
import { useActionState, useRunAction } from '../keyboard/use-action.ts'

export type ActionButtonProps = {
  readonly action: ActionId
  /** Instead of the action's own title. */
  readonly label?: ReactNode
  readonly variant?: ButtonVariant
  /** Leaves the key out where it is said beside the button. */
  readonly hideKey?: boolean
  /** What does the same in the list it is about, where the action has no key of its own: Enter on a row. */
  readonly rowKey?: string
}

/** A button that does what its key does and shows it. Disabled while no mounted screen handles the action. */
export function ActionButton({ action: id, label, variant = 'plain', hideKey = false, rowKey }: ActionButtonProps) {
  const action = actionOf(id)
  const run = useRunAction()
  const { enabled, reasonAgainst } = useActionState(id)
  const key = hideKey ? undefined : (action.key ?? rowKey)
  return (
    <Button
      variant={variant}
      isDisabled={!enabled}
      onPress={() => run(id)}
      title={reasonAgainst ?? action.hint}
      keepsFocus
      {...(key === undefined ? {} : { keyHint: key })}
    >
      {label ?? action.title}
    </Button>
  )
}
