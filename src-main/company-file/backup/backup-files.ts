import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, rmSync } from 'node:fs'

/** What SQLite may leave beside a database file. */
const COMPANIONS = ['-wal', '-shm', '-journal'] as const

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

/** SHA-256 in hex, read in pieces: a company may be larger than memory allows. */
export function sha256OfFile(path: string): string {
  const hash = createHash('sha256')
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
  const descriptor = openSync(path, 'r')
  try {
    for (let read = readSync(descriptor, chunk); read > 0; read = readSync(descriptor, chunk)) {
      hash.update(chunk.subarray(0, read))
    }
  } finally {
    closeSync(descriptor)
  }
  return hash.digest('hex')
}

/** Removes what SQLite keeps beside a database: left next to another file of that name, it would damage it. */
export function removeCompanions(path: string): void {
  for (const suffix of COMPANIONS) rmSync(path + suffix, { force: true })
}

/** Removes a file that was not finished. */
export function removeUnfinished(path: string): void {
  rmSync(path, { force: true })
  removeCompanions(path)
}
