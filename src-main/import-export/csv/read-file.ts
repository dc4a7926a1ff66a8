import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { diskRefusal } from '../../../src-shared/kit/disk-refusal.ts'
import { Refusal } from '../../../src-shared/kit/refusal.ts'

export const CSV_BYTES_MAX = 50 * 1024 * 1024

export interface ReadBytes {
  readonly bytes: Uint8Array
  /** SHA-256 in hex: what is imported must be what was checked. */
  readonly hash: string
}

/**
 * Reads a chosen file whole.
 * @throws Refusal file_not_found, file_too_large, file_unreadable.
 */
export function readChosenFile(path: string, bytesMax: number = CSV_BYTES_MAX): ReadBytes {
  const bytes = readBounded(path, bytesMax)
  return { bytes, hash: createHash('sha256').update(bytes).digest('hex') }
}

function readBounded(path: string, bytesMax: number): Uint8Array {
  const descriptor = openToRead(path)
  try {
    const stat = fstatSync(descriptor)
    if (!stat.isFile()) throw new Refusal('file_unreadable', { problem: 'it is a folder or a device, not a file' })
    if (stat.size > bytesMax) throw tooLarge(bytesMax)
    const bytes = readFileSync(descriptor)
    if (bytes.length > bytesMax) throw tooLarge(bytesMax)
    return bytes
  } catch (error) {
    throw readRefusal(error, path)
  } finally {
    closeSync(descriptor)
  }
}

function openToRead(path: string): number {
  try {
    // Non-blocking, or a named pipe would hold the worker until somebody writes to it.
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    throw readRefusal(error, path)
  }
}

const tooLarge = (bytesMax: number): Refusal =>
  new Refusal('file_too_large', { limit: `${Math.floor(bytesMax / (1024 * 1024))} MB` })

/** What the file system says, as a refusal; anything else stays the error it is. */
function readRefusal(error: unknown, path: string): unknown {
  const refusal = diskRefusal(error, basename(path))
  switch (refusal?.code) {
    case 'file_read_only':
      return new Refusal('file_unreadable', { problem: 'you may not read it, so ask its owner or copy it elsewhere' })
    case 'disk_error':
      return new Refusal('file_unreadable', { problem: 'the disk reported an error while reading it' })
    default:
      return refusal ?? error
  }
}
