import path from 'node:path'
import { diskRefusal } from '../../src-shared/kit/disk-refusal.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'

/**
 * What an error means while a file of the clerk's is read or written: there, any of the file system's is the disk's. A defect
 * stays the error it is. Only the file's name is told.
 */
export const asDiskRefusal = (error: unknown, file: string): unknown => {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  return diskRefusal(error.code, path.basename(file)) ?? new Refusal('disk_error', { detail: error.code })
}
