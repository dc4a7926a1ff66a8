import path from 'node:path'
import { Refusal } from '../../src-shared/kit/refusal.ts'

/** What an error of the file system means to a clerk; a defect stays the error it is. Only the file's name is told. */
export const diskRefusal = (error: unknown, file: string): unknown => {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  const params = { file: path.basename(file) }
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new Refusal('disk_full')
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Refusal('file_read_only', params)
    case 'ENOENT':
    case 'ENOTDIR':
      return new Refusal('file_not_found', params)
    default:
      return new Refusal('disk_error', { detail: error.code })
  }
}
