import { voids } from './documents.ts'

/** Every operation of this module. */
export const documentsContract = { ...voids }
