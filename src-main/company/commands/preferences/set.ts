import { roleToSet } from '../../../../src-shared/company/rules/preferences.ts'
import { isAtLeast } from '../../../../src-shared/kit/operation.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'

export const setPreference: CommandHandler<'preferences.set'> = (context, { key, value }) => {
  const { tx } = context
  const needed = roleToSet(key)
  // The role is read where it matters: drafts and layouts are saved while one types.
  if (needed !== 'viewer' && !isAtLeast(context.role, needed)) throw new Refusal('not_allowed', { role: needed })
  tx.run(
    `INSERT INTO preference (key, value) VALUES (:key, :value)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    { key, value: JSON.stringify(value) },
  )
  return null
}
