import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../../fixtures/company.ts'

/** What happened to the disk, in its order; paths are absolute. */
export type DiskEvent =
  | { readonly kind: 'write'; readonly path: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly path: string; readonly length: number }
  /** Of a file, or of a folder, whose names then are on the disk. */
  | { readonly kind: 'sync'; readonly path: string }
  | { readonly kind: 'create' | 'unlink'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  /** What the program wrote to its standard output. */
  | { readonly kind: 'said'; readonly text: string }

/** The recorder, made by the system's compiler; null where there is none, or another system. */
const recorder = (): string | null => {
  if (process.platform !== 'linux') return null
  const made = join(temporaryFolder(), 'recorder.so')
  const source = join(import.meta.dirname, 'recorder.c')
  const compiled = spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', made, source, '-ldl'], { encoding: 'utf8' })
  if (compiled.error !== undefined) return null
  if (compiled.status !== 0) throw new Error(compiled.stderr)
  return made
}

/** Runs a Node program to its end and tells what it did to the files of a folder; null where that cannot be recorded. */
export const recorded = async (
  program: string,
  parameters: readonly string[],
  folder: string,
): Promise<readonly DiskEvent[] | null> => {
  const library = recorder()
  if (library === null) return null
  const notes = join(temporaryFolder(), 'notes')
  const child = spawn(process.execPath, [program, ...parameters], {
    stdio: ['pipe', 'ignore', 'inherit'],
    env: { ...process.env, LD_PRELOAD: library, DISK_NOTES: notes, DISK_FOLDER: folder },
  })
  child.stdin.end('go')
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`the program ended with ${code}`)
  return [...eventsIn(readFileSync(notes))]
}

function* eventsIn(notes: Buffer): Iterable<DiskEvent> {
  for (let at = 0; at < notes.length;) {
    const kind = String.fromCharCode(notes.readUInt8(at))
    const pathEnd = at + 5 + notes.readUInt32LE(at + 1)
    const path = notes.toString('utf8', at + 5, pathEnd)
    const number = Number(notes.readBigUInt64LE(pathEnd))
    const begin = pathEnd + 12
    at = begin + notes.readUInt32LE(pathEnd + 8)
    yield eventOf(kind, path, number, notes.subarray(begin, at))
  }
}

const eventOf = (kind: string, path: string, number: number, bytes: Buffer): DiskEvent => {
  switch (kind) {
    case 'W':
      return { kind: 'write', path, offset: number, bytes }
    case 'T':
      return { kind: 'truncate', path, length: number }
    case 'F':
      return { kind: 'sync', path }
    case 'C':
      return { kind: 'create', path }
    case 'U':
      return { kind: 'unlink', path }
    case 'R':
      return { kind: 'rename', path, to: bytes.toString('utf8') }
    case 'S':
      return { kind: 'said', text: bytes.toString('utf8') }
    default:
      throw new Error(`the recorder noted a ${kind}`)
  }
}
