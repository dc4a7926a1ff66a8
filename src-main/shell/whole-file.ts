import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'

/**
 * Writes a file whole or not at all: a new file beside it, synced, then renamed over it. A symbolic link of that name is
 * replaced, never followed. Errors of the file system are thrown as they are.
 */
export const writeWholeFile = async (file: string, content: string | Uint8Array): Promise<void> => {
  const unfinished = path.join(path.dirname(file), `.${randomBytes(8).toString('hex')}.part`)
  try {
    const handle = await open(unfinished, 'wx', 0o600)
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}
