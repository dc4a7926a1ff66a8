import { realpath } from 'node:fs/promises'
import { asDiskRefusal } from './disk-refusal.ts'

/**
 * The file itself behind a path the clerk chose, symbolic links resolved: two names of one file would get round the
 * writer's lock, and a link could be turned elsewhere later. Throws Refusal `file_not_found`.
 */
export const chosenFile = async (path: string): Promise<string> => {
  try {
    return await realpath(path)
  } catch (error) {
    throw asDiskRefusal(error, path)
  }
}
