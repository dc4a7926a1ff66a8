import { createHash } from 'node:crypto'
import { importMapping } from '../../../src-shared/import-export/contract/imports.ts'
import type { ImportMapping } from '../../../src-shared/import-export/contract/imports.ts'
import type { Readable, Writable } from '../../db/connection.ts'

/** The mapping last used for files with these headers; null when none was, or it is not one of this version's. */
export function rememberedMapping(db: Readable, headers: readonly string[]): ImportMapping | null {
  const stored = db.value<string>('SELECT value FROM preference WHERE key = ?', [keyOf(headers)])
  if (stored === undefined) return null
  const mapping = importMapping.safeParse(JSON.parse(stored))
  return mapping.success ? mapping.data : null
}

export function rememberMapping(tx: Writable, headers: readonly string[], mapping: ImportMapping): void {
  tx.run(
    `INSERT INTO preference (key, value) VALUES (:key, :value)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    { key: keyOf(headers), value: JSON.stringify(mapping) },
  )
}

const keyOf = (headers: readonly string[]): string =>
  `import-mapping:${createHash('sha256').update(JSON.stringify(headers)).digest('hex').slice(0, 16)}`
