import { find } from './find.ts'

/** Every operation of this module. */
export const deskContract = { ...find }
