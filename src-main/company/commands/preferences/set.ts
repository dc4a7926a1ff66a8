import type { CommandHandler } from '../../../kernel/command-handler.ts'

export const setPreference: CommandHandler<'preferences.set'> = ({ tx }, { key, value }) => {
  tx.run(
    `INSERT INTO preference (key, value) VALUES (:key, :value)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    { key, value: JSON.stringify(value) },
  )
  return null
}
