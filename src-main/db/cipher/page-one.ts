import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/**
 * The first page of a company file. A file that is not encrypted begins with SQLite's own words; an encrypted one is in the
 * format of SQLCipher 4: a salt of 16 bytes, then AES-256 in CBC mode, and in the last 80 bytes of each page the vector and an
 * HMAC-SHA512 over what is encrypted, the vector and the number of the page.
 */
export const PAGE_BYTES = 4096
const SALT_BYTES = 16
const RESERVED_BYTES = 80
const VECTOR_BYTES = 16
const VECTOR_AT = PAGE_BYTES - RESERVED_BYTES
const HMAC_AT = VECTOR_AT + VECTOR_BYTES
const HMAC_SALT_MASK = 0x3a
const HMAC_KEY_ROUNDS = 2
export const KEY_BYTES = 32

const PLAIN = Buffer.from('SQLite format 3\0', 'latin1')
/** SQLite's header keeps these free: in what is encrypted they are not all nought. */
const FREE_FROM = 72
const FREE_THROUGH = 92
/** What is encrypted has nearly all of the 256 bytes in a page, what is written in words has not. */
const DISTINCT_BYTES_LEAST = 200

export interface PageOne {
  /** The page as it lies in the file; shorter where the file is. */
  readonly bytes: Buffer
  readonly fileBytes: number
}

/** Throws the file system's errors. */
export function readPageOne(path: string): PageOne {
  const page = Buffer.alloc(PAGE_BYTES)
  const file = openSync(path, 'r')
  try {
    const read = readSync(file, page, 0, PAGE_BYTES, 0)
    return { bytes: page.subarray(0, read), fileBytes: fstatSync(file).size }
  } finally {
    closeSync(file)
  }
}

/** Whether a file can only be read with a key. One whose first bytes are damaged is not taken for one. */
export function isEncrypted({ bytes, fileBytes }: PageOne): boolean {
  if (bytes.length < PAGE_BYTES || fileBytes % PAGE_BYTES !== 0) return false
  if (bytes.subarray(0, PLAIN.length).equals(PLAIN)) return false
  if (bytes.subarray(FREE_FROM, FREE_THROUGH).every((byte) => byte === 0)) return false
  return new Set(bytes).size >= DISTINCT_BYTES_LEAST
}

/** Whether a key opens the file: the page was written with it and is as it was written. */
export function opens({ bytes }: PageOne, key: Uint8Array): boolean {
  if (bytes.length < PAGE_BYTES) return false
  return timingSafeEqual(pageHmac(bytes, 1, hmacKeyOf(bytes, key)), bytes.subarray(HMAC_AT))
}

/** The HMAC has a key of its own, made from that of the file and its salt. */
export function hmacKeyOf(pageOne: Buffer, key: Uint8Array): Buffer {
  const salt = Buffer.from(pageOne.subarray(0, SALT_BYTES).map((byte) => byte ^ HMAC_SALT_MASK))
  return pbkdf2Sync(key, salt, HMAC_KEY_ROUNDS, KEY_BYTES, 'sha512')
}

/** Whether a page is as it was written; `number` counts from 1. */
export function isPageWhole(page: Buffer, number: number, hmacKey: Buffer): boolean {
  return timingSafeEqual(pageHmac(page, number, hmacKey), page.subarray(HMAC_AT))
}

function pageHmac(page: Buffer, number: number, hmacKey: Buffer): Buffer {
  const count = Buffer.alloc(4)
  count.writeUInt32LE(number)
  const from = number === 1 ? SALT_BYTES : 0
  return createHmac('sha512', hmacKey).update(page.subarray(from, HMAC_AT)).update(count).digest()
}

/** SQLite's header in clear, of 100 bytes but for its first 16, which the salt takes the place of. */
export function headerOf({ bytes }: PageOne, key: Uint8Array): Buffer {
  const vector = bytes.subarray(VECTOR_AT, HMAC_AT)
  const decipher = createDecipheriv('aes-256-cbc', key, vector).setAutoPadding(false)
  return Buffer.concat([PLAIN, decipher.update(bytes.subarray(SALT_BYTES, SALT_BYTES + 96))]).subarray(0, 100)
}
