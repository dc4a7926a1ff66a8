import type Database from 'better-sqlite3'
import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import {
  headerOf,
  hmacKeyOf,
  isEncrypted,
  isPageWhole,
  opens,
  PAGE_BYTES,
  readPageOne,
  type PageOne,
} from './page-one.ts'

/**
 * The keys of the encrypted files that this thread may open, in memory that all threads share: the main thread wipes them for
 * all. They come by message; no file, argument or environment has them.
 */
let held: readonly Uint8Array[] = []

export function holdKeys(keys: readonly Uint8Array[]): void {
  held = keys
}

/** One more key, until all keys are sent to this thread again. */
export function holdAlso(key: Uint8Array): void {
  held = [...held, key]
}

/** The key of a file, null where it needs none. @throws Refusal passphrase_needed, and the file system's errors. */
export function keyOf(path: string): Uint8Array | null {
  const page = readPageOne(path)
  return isEncrypted(page) ? heldKeyOf(page, path) : null
}

function heldKeyOf(page: PageOne, path: string): Uint8Array {
  const key = held.find((each) => opens(page, each))
  if (key === undefined) throw new Refusal('passphrase_needed', { file: basename(path) })
  return key
}

/** SQLite's header, of 100 bytes; null where the file is encrypted and its key is not held. */
export function readHeader(path: string): Buffer | null {
  const page = readPageOne(path)
  if (!isEncrypted(page)) return Buffer.concat([page.bytes.subarray(0, 100), Buffer.alloc(100)], 100)
  const key = held.find((each) => opens(page, each))
  return key === undefined ? null : headerOf(page, key)
}

/** Null for a file that is not there yet, or that needs no key. @throws Refusal passphrase_needed. */
export function keyToOpen(path: string): Uint8Array | null {
  return path !== '' && path !== ':memory:' && existsSync(path) ? keyOf(path) : null
}

/**
 * Lets a connection read and write a file with its key. What SQLite sorts and sets aside stays in memory then: on the disk it
 * would lie in clear.
 */
export function setKey(driver: Database.Database, key: Uint8Array): void {
  setCipher(driver)
  // The types of the driver know nothing of its ciphers.
  const keyed = driver as Database.Database & { key(key: Buffer): number }
  const text = rawKey(key)
  keyed.key(text)
  text.fill(0)
  driver.pragma('temp_store = MEMORY')
}

/** SQLCipher 4, byte for byte: its own tools open our files. */
export function setCipher(driver: Database.Database): void {
  driver.pragma("cipher = 'sqlcipher'")
  driver.pragma('legacy = 4')
}

/** The key as SQLCipher takes it as it is, without making one of a passphrase: `x'…'` in hexadecimal digits. */
export function rawKey(key: Uint8Array): Buffer {
  const digits = Buffer.from('0123456789abcdef')
  const text = Buffer.alloc(key.length * 2 + 3, "'")
  text.write("x'")
  for (const [index, byte] of key.entries()) {
    text[2 + index * 2] = digits[byte >> 4] ?? 0
    text[3 + index * 2] = digits[byte & 15] ?? 0
  }
  return text
}

/**
 * Whether each page of an encrypted file is as it was written, also those that hold nothing now and that SQLite never reads. Its
 * write-ahead log must be empty. True of a file that is not encrypted. `stop` is asked between pages.
 */
export function areEncryptedPagesWhole(path: string, stop: () => void): boolean {
  const key = keyOf(path)
  if (key === null) return true
  const hmacKey = hmacKeyOf(readPageOne(path).bytes, key)
  const pages = Buffer.allocUnsafe(PAGE_BYTES * 256)
  const file = openSync(path, 'r')
  try {
    let number = 0
    for (let read = readSync(file, pages); read > 0; read = readSync(file, pages)) {
      stop()
      for (let at = 0; at < read; at += PAGE_BYTES) {
        number += 1
        if (at + PAGE_BYTES > read || !isPageWhole(pages.subarray(at, at + PAGE_BYTES), number, hmacKey)) return false
      }
    }
    return true
  } finally {
    closeSync(file)
    hmacKey.fill(0)
  }
}
