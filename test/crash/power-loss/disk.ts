import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { DiskEvent } from './recording.ts'

/** What a disk writes whole or not at all. */
const SECTOR = 512

type Change = Extract<DiskEvent, { readonly kind: 'write' | 'truncate' }>
type Naming = { readonly name: string; readonly file: File | null }

/** What is surely on the disk of a file, and what was written since the disk was last waited for. */
interface File {
  safe: Buffer
  unsynced: Change[]
}

/**
 * A disk that loses what was written to it but not waited for. Of names too only those are sure that were there when their folder
 * was last waited for; the later ones come to the disk in their order, as file systems with a journal do it.
 */
export class Disk {
  readonly #folder: string
  readonly #names = new Map<string, File>()
  #safeNames: ReadonlyMap<string, File>
  #unsyncedNames: Naming[] = []

  /** @param begin a folder that holds what the recorded one held at first, all of it on the disk. */
  constructor(folder: string, begin: string) {
    this.#folder = folder
    for (const name of readdirSync(begin))
      this.#names.set(join(folder, name), { safe: readFileSync(join(begin, name)), unsynced: [] })
    this.#safeNames = new Map(this.#names)
  }

  /** Something happened to it. */
  take(event: DiskEvent): void {
    switch (event.kind) {
      case 'write':
      case 'truncate':
        this.#names.get(event.path)?.unsynced.push(event)
        return
      case 'sync':
        this.#sync(event.path)
        return
      case 'create':
        this.#name(event.path, { safe: Buffer.alloc(0), unsynced: [] })
        return
      case 'unlink':
        this.#name(event.path, null)
        return
      case 'rename': {
        const file = this.#names.get(event.path) ?? null
        this.#name(event.path, null)
        this.#name(event.to, file)
        return
      }
      case 'said':
    }
  }

  #sync(path: string): void {
    if (path === this.#folder) {
      this.#safeNames = new Map(this.#names)
      this.#unsyncedNames = []
      return
    }
    const file = this.#names.get(path)
    if (file === undefined) return
    file.safe = changed(file.safe, file.unsynced, () => true)
    file.unsynced = []
  }

  #name(name: string, file: File | null): void {
    if (file === null) this.#names.delete(name)
    else this.#names.set(name, file)
    this.#unsyncedNames.push({ name, file })
  }

  /** Power is lost now: writes to an empty folder what is found afterwards, one of all that may be. */
  leave(folder: string, random: () => number): void {
    for (const name of readdirSync(folder)) rmSync(join(folder, name))
    const names = new Map(this.#safeNames)
    const kept = Math.floor(random() * (this.#unsyncedNames.length + 1))
    for (const { name, file } of this.#unsyncedNames.slice(0, kept)) {
      if (file === null) names.delete(name)
      else names.set(name, file)
    }
    // Now and then all of it or nothing is lost; else each sector by itself.
    const lost = [0, 0.05, 0.5, 0.95, 1][Math.floor(random() * 5)] ?? 1
    for (const [name, file] of names) {
      writeFileSync(
        join(folder, basename(name)),
        changed(file.safe, file.unsynced, () => random() >= lost),
      )
    }
  }
}

/** A file after changes of which each sector is on the disk or not. */
const changed = (before: Buffer, changes: readonly Change[], isWritten: () => boolean): Buffer => {
  const most = changes.map((each) => (each.kind === 'write' ? each.offset + each.bytes.length : each.length))
  const bytes = Buffer.alloc(most.reduce((longest, each) => Math.max(longest, each), before.length))
  before.copy(bytes)
  let { length } = before
  for (const change of changes) {
    if (change.kind === 'write') length = write(bytes, length, change, isWritten)
    else if (isWritten()) {
      bytes.fill(0, change.length)
      length = change.length
    }
  }
  return bytes.subarray(0, length)
}

/** Returns how long the file is then. */
const write = (
  bytes: Buffer,
  length: number,
  { offset, bytes: written }: Extract<Change, { readonly kind: 'write' }>,
  isWritten: () => boolean,
): number => {
  let longest = length
  for (let from = 0; from < written.length;) {
    const to = Math.min(written.length, from + SECTOR - ((offset + from) % SECTOR))
    if (isWritten()) {
      written.copy(bytes, offset + from, from, to)
      longest = Math.max(longest, offset + to)
    }
    from = to
  }
  return longest
}
