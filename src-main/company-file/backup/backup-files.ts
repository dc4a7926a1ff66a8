import { createHash } from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { basename } from 'node:path'
import { diskRefusal } from '../../../src-shared/kit/disk-refusal.ts'
import { stopIfCancelled, uncontrolled, type BackupControl } from './backup-control.ts'

/** What SQLite may leave beside a database file, and the note of its end. */
const COMPANIONS = ['-wal', '-shm', '-journal', '-closed'] as const

const CHUNK_BYTES = 1024 * 1024

/** Waits until the file's bytes are on the disk. */
export function syncFile(path: string): void {
  const descriptor = openSync(path, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Waits until the folder's names are on the disk, so that a rename outlives a power cut. */
export function syncFolder(folder: string): void {
  // Windows cannot open a folder to sync it, and writes its names through.
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** SHA-256 in hex, read in pieces: a company may be larger than memory allows. Throws Refusal `cancelled`. */
export function sha256OfFile(path: string, control: BackupControl = uncontrolled): string {
  const hash = createHash('sha256')
  eachChunk(path, control, (bytes) => hash.update(bytes))
  return hash.digest('hex')
}

/** Copies in pieces, so that it can be watched and stopped, and syncs. Throws Refusal `cancelled` and the disk's errors. */
export function copyFileWatched(from: string, to: string, control: BackupControl = uncontrolled): void {
  const target = openSync(to, 'w')
  try {
    eachChunk(from, control, (bytes) => {
      for (let written = 0; written < bytes.length;) written += writeSync(target, bytes, written)
    })
    fsyncSync(target)
  } finally {
    closeSync(target)
  }
}

function eachChunk(path: string, control: BackupControl, take: (bytes: Buffer) => void): void {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
  const descriptor = openSync(path, 'r')
  try {
    const { size } = fstatSync(descriptor)
    let done = 0
    for (let read = readSync(descriptor, chunk); read > 0; read = readSync(descriptor, chunk)) {
      stopIfCancelled(control)
      take(chunk.subarray(0, read))
      control.progress((done += read), size)
    }
  } finally {
    closeSync(descriptor)
  }
}

/** Removes what SQLite keeps beside a database: left next to another file of that name, it would damage it. */
export function removeCompanions(path: string): void {
  for (const suffix of COMPANIONS) rmSync(path + suffix, { force: true })
}

/**
 * Removes what was not finished once its making has come to an end. Where the disk refuses that too, what it refused first is told;
 * what is left is removed the next time.
 */
export function discardUnfinished(path: string): void {
  try {
    removeUnfinished(path)
  } catch (error) {
    if (diskRefusal(error, basename(path)) === undefined) throw error
  }
}

/** Removes a file that was not finished. */
export function removeUnfinished(path: string): void {
  rmSync(path, { force: true })
  removeCompanions(path)
}
