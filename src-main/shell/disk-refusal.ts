import path from 'node:path'
import { diskRefusal } from '../../src-shared/kit/disk-refusal.ts'

/** What an error means while a file of the clerk's is read or written. Only the file's name is told. */
export const asDiskRefusal = (error: unknown, file: string): unknown => diskRefusal(error, path.basename(file)) ?? error
