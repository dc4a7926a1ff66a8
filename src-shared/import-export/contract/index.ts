import { imports } from './imports.ts'

/** Every operation of this module. */
export const importExportContract = { ...imports }
