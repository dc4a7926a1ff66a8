import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { v7 as uuidV7 } from 'uuid'
import { z } from 'zod'
import { chainHead } from '../db/command-chain.ts'
import type { Readable } from '../db/connection.ts'
import { syncFile } from './backup/backup-files.ts'

/** A copy of a company that this computer has worked in, by what device, and how far its log had come then. */
const copy = z.object({
  companyUid: z.string(),
  path: z.string(),
  deviceUid: z.string(),
  seq: z.int(),
  hash: z.string(),
})
type Copy = Readonly<z.infer<typeof copy>>

const book = z.object({ format: z.literal(1), copies: z.array(copy) })

/**
 * Which device works in which copy of a company, kept with the program's own data: a file that was copied or restored brings
 * none along. One that lies where it lay and holds all that it held is the device it was; so is one that was moved. Any
 * other, and any on another computer, is a new device.
 */
export class DeviceBook {
  readonly #file: string
  readonly #log: (line: string) => void

  constructor(file: string, log: (line: string) => void) {
    this.#file = file
    this.#log = log
  }

  /** The device of the copy at a path. The next time it is asked, it answers the same. */
  deviceOf(db: Readable, path: string): string {
    const companyUid = companyUidOf(db)
    const own = this.#copies().filter((each) => each.companyUid === companyUid)
    const here = own.find((each) => each.path === path)
    const found =
      here !== undefined && holds(db, here)
        ? here
        : own.find((each) => each.path !== path && !existsSync(each.path) && holds(db, each))
    const deviceUid = found?.deviceUid ?? uuidV7()
    this.note(db, path, deviceUid)
    return deviceUid
  }

  /** Other files of the company that this computer has worked in and that are still there. */
  otherPaths(companyUid: string, path: string): readonly string[] {
    return this.#copies()
      .filter((each) => each.companyUid === companyUid && each.path !== path && existsSync(each.path))
      .map((each) => each.path)
  }

  /** Whether the file at a path lacks what was last worked on there: another copy was put in its place. */
  isReplaced(db: Readable, path: string): boolean {
    const here = this.#copies().find((each) => each.companyUid === companyUidOf(db) && each.path === path)
    return here !== undefined && !holds(db, here)
  }

  /** A file was renamed, so that another can take its place. */
  renamed(from: string, to: string): void {
    this.#write(this.#copies().map((each) => (each.path === from ? { ...each, path: to } : each)))
  }

  /**
   * Notes how far a copy has come: as it is opened or made, and as it is closed. Where the disk refuses, work goes on: the copy
   * is a new device the next time.
   */
  note(db: Readable, path: string, deviceUid: string): void {
    const { seq, hash } = chainHead(db)
    const noted: Copy = { companyUid: companyUidOf(db), path, deviceUid, seq, hash }
    const others = this.#copies().filter((each) => each.path !== path && each.deviceUid !== deviceUid)
    this.#write([...others, noted])
  }

  #write(copies: readonly Copy[]): void {
    const unfinished = `${this.#file}.part`
    try {
      writeFileSync(unfinished, `${JSON.stringify({ format: 1, copies }, null, 2)}\n`)
      syncFile(unfinished)
      renameSync(unfinished, this.#file)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error
      this.#log(`the device of a copy is not noted: ${String(error.code)}`)
    }
  }

  /** None where there is no book, or when it is not what we wrote: then every copy is a new device. */
  #copies(): readonly Copy[] {
    if (!existsSync(this.#file)) return []
    try {
      return book.safeParse(JSON.parse(readFileSync(this.#file, 'utf8'))).data?.copies ?? []
    } catch (error) {
      if (error instanceof SyntaxError) return []
      throw error
    }
  }
}

export const companyUidOf = (db: Readable): string => {
  const uid = db.value<string>('SELECT uid FROM company')
  if (uid === undefined) throw new Error('a company file has one company row')
  return uid
}

/** Whether the file has what the copy had: an older backup has not, nor has a copy that went its own way before. */
const holds = (db: Readable, { seq, hash }: Copy): boolean =>
  db.value<string>('SELECT hash FROM command_log WHERE seq = ?', [seq]) === hash
