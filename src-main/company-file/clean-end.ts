import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { ChainHead } from '../db/command-chain.ts'
import { syncFolder } from './backup/backup-files.ts'

/** How a company file was left, in a note beside it. Times are nanoseconds since 1970, as text. */
const note = z.object({
  format: z.literal(1),
  /** False where a check found damage in it. */
  isSound: z.boolean(),
  seq: z.int(),
  hash: z.string(),
  bytes: z.string(),
  modified: z.string(),
  changed: z.string(),
  inode: z.string(),
})
type Note = Readonly<z.infer<typeof note>>

/**
 * How the file was left: closed sound or damaged, and not touched since; or nobody knows, after a kill, a crash or a power
 * cut, and of a file that was copied, replaced or changed.
 */
export type End = { readonly kind: 'closed'; readonly isSound: boolean; readonly head: NotedHead } | UnknownEnd
type UnknownEnd = { readonly kind: 'unknown' }
type NotedHead = Pick<ChainHead, 'seq' | 'hash'>

const noteOf = (path: string): string => `${path}-closed`
const unknown: UnknownEnd = { kind: 'unknown' }

/** Up to this size every page is read at each opening, which takes a tenth of a second; larger files are trusted by their note. */
export const READ_AT_EACH_OPENING_BYTES = 16 * 1024 * 1024

/** Coarse clocks give two writes within this the same time. */
const TICK_MS = 20

/** The file as the system knows it. A copy has another number and other times; a change cannot leave the times as they were. */
const markOf = (path: string) => {
  const { size, mtimeNs, ctimeNs, ino } = statSync(path, { bigint: true })
  return { bytes: `${size}`, modified: `${mtimeNs}`, changed: `${ctimeNs}`, inode: `${ino}` }
}

const readNote = (path: string): Note | null => {
  try {
    return note.safeParse(JSON.parse(readFileSync(noteOf(path), 'utf8'))).data ?? null
  } catch (error) {
    // Not there, not readable or torn: nobody knows.
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return null
    throw error
  }
}

const hasLog = (path: string): boolean => (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0

/** To be asked before the file is opened, which may change it. */
export const endOf = (path: string): End => {
  const noted = readNote(path)
  if (noted === null || hasLog(path)) return unknown
  const { bytes, modified, changed, inode } = markOf(path)
  const isUntouched =
    noted.bytes === bytes && noted.modified === modified && noted.changed === changed && noted.inode === inode
  return isUntouched ? { kind: 'closed', isSound: noted.isSound, head: noted } : unknown
}

/**
 * Notes how a file is left that is closed and whole by itself. The note need not reach the disk: without it, the file is checked
 * the next time. Where the log still holds something, another program reads the file, and nothing is noted.
 * @returns what the disk refused it with; null when it did not.
 */
export const noteEnd = (path: string, { seq, hash }: NotedHead, isSound = true): string | null => {
  const unfinished = `${noteOf(path)}.part`
  try {
    if (hasLog(path)) return null
    waitUntilOlder(path)
    writeFileSync(unfinished, JSON.stringify({ format: 1, isSound, seq, hash, ...markOf(path) } satisfies Note))
    renameSync(unfinished, noteOf(path))
    return null
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code)
    throw error
  }
}

/** From now on the file is worked in. On the disk before anything else is: a note that outlives a power cut would be believed. */
export const forgetEnd = (path: string): void => {
  if (statSync(noteOf(path), { throwIfNoEntry: false }) === undefined) return
  rmSync(noteOf(path), { force: true })
  syncFolder(dirname(path))
}

/** A change that follows at once must not leave the time as it was. What is read at each opening need not be waited for. */
const waitUntilOlder = (path: string): void => {
  const { size, mtimeMs } = statSync(path)
  if (size <= READ_AT_EACH_OPENING_BYTES) return
  const age = Date.now() - mtimeMs
  if (age >= 0 && age < TICK_MS) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, TICK_MS - age)
}
