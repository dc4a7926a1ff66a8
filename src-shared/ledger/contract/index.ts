import { documents } from './documents.ts'
import { drafts } from './drafts.ts'
import { openItems } from './open-items.ts'

/** Every operation of this module. */
export const ledgerContract = { ...documents, ...drafts, ...openItems }
