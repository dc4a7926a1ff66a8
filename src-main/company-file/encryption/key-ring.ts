import { holdKeys } from '../../db/cipher/file-keys.ts'
import { KEY_BYTES, opens, readPageOne } from '../../db/cipher/page-one.ts'
import { keyOfSecret } from '../../db/cipher/recovery-phrase.ts'

export { holdKeys }

/** The keys of the encrypted companies that are open, in memory that all threads share, wiped in all of them at once. */
export class KeyRing {
  #keys: readonly Uint8Array[] = []

  get keys(): readonly Uint8Array[] {
    return this.#keys
  }

  /** Takes the key that a secret makes; the secret itself is wiped. */
  take(secret: Uint8Array): void {
    const key = keyOfSecret(secret)
    secret.fill(0)
    const shared = new Uint8Array(new SharedArrayBuffer(KEY_BYTES))
    shared.set(key)
    key.fill(0)
    this.#hold([...this.#keys, shared])
  }

  /** Wipes these keys, but for those that open the file that is open now. */
  wipe(keys: readonly Uint8Array[], open: string | null): void {
    const page = open === null ? null : pageOneOrNull(open)
    const gone = keys.filter((key) => page === null || !opens(page, key))
    this.#hold(this.#keys.filter((key) => !gone.includes(key)))
    for (const key of gone) key.fill(0)
  }

  #hold(keys: readonly Uint8Array[]): void {
    this.#keys = keys
    // Those of this thread: others are told with what they are to do.
    holdKeys(keys)
  }
}

function pageOneOrNull(path: string) {
  try {
    return readPageOne(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}
