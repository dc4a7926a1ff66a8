import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface SqlFile {
  /** File name without its ending: `0001-ledger`. */
  readonly name: string
  readonly sql: string
}

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/** A checkout on Windows may end lines with CRLF: the hash of a migration must not change by it. */
export const unixLines = (sql: string): string => sql.replaceAll('\r\n', '\n')

const read = (folders: readonly string[]): readonly SqlFile[] =>
  folders
    .flatMap((folder) => readdirSync(folder).map((file) => ({ file, path: join(folder, file) })))
    .filter(({ file }) => file.endsWith('.sql'))
    .toSorted((a, b) => (a.file < b.file ? -1 : 1))
    .map(({ file, path }) => ({ name: file.slice(0, -'.sql'.length), sql: unixLines(readFileSync(path, 'utf8')) }))

/** Where the SQL of this name lies: beside the bundle in the built program, else where it is written. */
const folders = (name: string, written: () => readonly string[]): readonly string[] => {
  const built = pathOf(`../${name}/`)
  return existsSync(built) ? [built] : written()
}

/** The folders `src-main/<room>/invariants`; the build copies their files into one. */
export const writtenInvariants = (srcMain: string): readonly string[] =>
  readdirSync(srcMain)
    .map((room) => join(srcMain, room, 'invariants'))
    .filter((folder) => existsSync(folder))

export const migrationFiles = (): readonly SqlFile[] => read(folders('migrations', () => [pathOf('../../migrations/')]))

export const invariantFiles = (): readonly SqlFile[] =>
  read(folders('invariants', () => writtenInvariants(pathOf('../'))))
