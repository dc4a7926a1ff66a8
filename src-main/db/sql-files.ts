import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface SqlFile {
  /** File name without its ending: `0001-ledger`. */
  readonly name: string
  readonly sql: string
}

/** In the built program the files lie beside the bundle; from source, where they are written. */
const folder = (built: string, source: string): string => {
  const candidates = [new URL(built, import.meta.url), new URL(source, import.meta.url)].map((url) =>
    fileURLToPath(url),
  )
  const found = candidates.find((path) => existsSync(path))
  if (!found) throw new Error(`SQL files are missing: looked in ${candidates.join(' and ')}`)
  return found
}

const read = (path: string): readonly SqlFile[] =>
  readdirSync(path)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
    .map((file) => ({ name: file.slice(0, -'.sql'.length), sql: readFileSync(`${path}/${file}`, 'utf8') }))

export const migrationFiles = (): readonly SqlFile[] => read(folder('../migrations/', '../../migrations/'))

export const invariantFiles = (): readonly SqlFile[] => read(folder('../invariants/', './invariants/'))
