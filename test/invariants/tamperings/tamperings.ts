import { ofCash } from './cash.ts'
import { ofDocuments } from './documents.ts'
import { ofEntries } from './entries.ts'
import { ofRecords } from './records.ts'
import type { Tamperings } from './tampering-case.ts'

/** What each invariant has to find. */
export const tamperings: Tamperings = { ...ofEntries, ...ofDocuments, ...ofCash, ...ofRecords }
