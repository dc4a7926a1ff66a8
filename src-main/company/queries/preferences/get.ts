import type { QueryHandler } from '../../../kernel/query-handler.ts'

/** What was kept under the key; null for a key never set. */
export const preference: QueryHandler<'preferences.get'> = ({ db }, { key }) =>
  JSON.parse(db.value<string>('SELECT value FROM preference WHERE key = ?', [key]) ?? 'null') as unknown
