import { useLayoutEffect } from 'react'
import { describeRefusal } from '../../src-shared/refusals.ts'
import { actionOf } from '../../src-shared/keys-and-menu/actions.ts'
import { roleOfAction } from '../../src-shared/kit/action.ts'
import { isAtLeast } from '../../src-shared/kit/operation.ts'
import type { Role } from '../../src-shared/kit/operation.ts'
import { useActionContext } from '../keyboard/ActionProvider.tsx'
import { useNotices } from '../ui/Notices.tsx'

/** What a role may not do is disabled, and says why: on its button, and in a notice where its key is pressed. */
export function useWhatRoleMay(role: Role): void {
  const { registry } = useActionContext()
  const { say } = useNotices()
  useLayoutEffect(() => {
    registry.forbid({
      reasonOf: (id) => {
        const needed = roleOfAction(actionOf(id))
        return isAtLeast(role, needed) ? null : describeRefusal({ code: 'not_allowed', params: { role: needed } })
      },
      say: (reason) => say(reason, { tone: 'bad' }),
    })
    return () => registry.forbid(null)
  }, [registry, role, say])
}
