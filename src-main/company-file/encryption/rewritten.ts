import { Connection } from '../../db/connection.ts'
import { rawKey, setCipher } from '../../db/cipher/file-keys.ts'
import { discardUnfinished, removeUnfinished, syncFile } from '../backup/backup-files.ts'

/**
 * Writes a database anew, encrypted with a key or in clear, whole, page by page, by SQLite's VACUUM INTO. The new file gets the key
 * of the database that does it, which is an empty one made for that: what is to be encrypted never lies in clear in it. What
 * is sorted meanwhile stays in memory.
 * @param from the key of the file; null where it is in clear
 * @param to the key of the new file; null where it is to be in clear
 * @throws the driver's errors; then there is no new file.
 */
export function rewrite(path: string, target: string, from: Uint8Array | null, to: Uint8Array | null): void {
  const empty = `${target}-empty`
  const attached = from === null ? Buffer.alloc(0) : rawKey(from)
  removeUnfinished(empty)
  const connection = new Connection(empty, {}, to)
  try {
    connection.driver.pragma('temp_store = MEMORY')
    // What is attached is read by the ciphers of the connection, which one in clear has to be told.
    if (to === null) setCipher(connection.driver)
    connection.driver.prepare('ATTACH ? AS source KEY ?').run(path, attached.toString('latin1'))
    connection.driver.prepare('VACUUM source INTO ?').run(target)
  } catch (error) {
    discardUnfinished(target)
    throw error
  } finally {
    attached.fill(0)
    connection.close()
    discardUnfinished(empty)
  }
  syncFile(target)
}
