import { Refusal } from './refusal.ts'

/**
 * What the operating system's own code of an error means to a clerk; undefined where it means nothing to one. `file` is the
 * name that is told, never a path.
 */
export const diskRefusal = (code: string, file: string): Refusal | undefined => {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new Refusal('disk_full')
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Refusal('file_read_only', { file })
    case 'ENOENT':
    case 'ENOTDIR':
      return new Refusal('file_not_found', { file })
    case 'EIO':
      return new Refusal('disk_error', { detail: code })
    default:
      return undefined
  }
}
