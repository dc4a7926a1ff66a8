import { Refusal } from './refusal.ts'

/**
 * What an error of the operating system means to a clerk; undefined for a defect, which stays the error it is. `file` is the name
 * that is told, never a path.
 */
export const diskRefusal = (error: unknown, file: string): Refusal | undefined => {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new Refusal('disk_full')
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Refusal('file_read_only', { file })
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ELOOP':
      return new Refusal('file_not_found', { file })
    case 'ENAMETOOLONG':
      return new Refusal('name_too_long', { file: shortened(file) })
    case 'EBUSY':
    case 'ETXTBSY':
      return new Refusal('file_locked')
    case 'EIO':
      return new Refusal('disk_error', { detail: error.code })
    default:
      // Whatever else a call of the system fails with, such as a stick that was pulled out.
      return 'syscall' in error ? new Refusal('disk_error', { detail: error.code }) : undefined
  }
}

const TOLD_MAX = 40

const shortened = (file: string): string => (file.length > TOLD_MAX ? `${file.slice(0, TOLD_MAX)}…` : file)
