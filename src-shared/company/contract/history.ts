import { z } from 'zod'
import type { DocumentKind } from '../../domain/documents.ts'
import { code, date, id, limit, positive } from '../../kit/fields.ts'
import { recordKinds } from '../../kit/history.ts'
import { output, query, report, shell } from '../../kit/operation.ts'

/** Who did what: the log of commands in words. */

/** One field of a change. */
export interface Change {
  readonly field: string
  /** In words; null where neither the entry nor one before it has it. */
  readonly before: string | null
  readonly after: string
}

export interface HistoryEntry {
  /** Its number in the log. */
  readonly id: number
  /** UTC instant, ISO 8601. */
  readonly recordedAt: string
  readonly person: string
  readonly device: string
  /** The kind of command: "Receive payment". */
  readonly title: string
  /** What was done, in words, with the changes behind it. */
  readonly text: string
  readonly changes: readonly Change[]
  /** The supervisors who let it pass; empty when nobody had to. */
  readonly approvedBy: string
  readonly customer: { readonly id: number; readonly code: string; readonly name: string } | null
  /** The first of its documents. */
  readonly document: { readonly id: number; readonly kind: DocumentKind; readonly number: string } | null
}

/** Where the chain stands. */
export interface ChainVerdict {
  readonly commands: number
  readonly intact: boolean
  /** Of the first entry that does not follow from the one before; null when all do. */
  readonly brokenAt: number | null
  /** The hash of the last entry that follows: it stands for all before it. */
  readonly head: string
}

export const historyFilter = {
  personId: id.nullable().default(null),
  /** Days of the clerk's own clock, the last one included. */
  from: date.nullable().default(null),
  to: date.nullable().default(null),
  /** The command's name. */
  kind: code.nullable().default(null),
  customerId: id.nullable().default(null),
  documentId: id.nullable().default(null),
  /** A record of Setup; its id is 1 where there is one for all. */
  record: z
    .strictObject({ kind: z.enum(recordKinds), id })
    .nullable()
    .default(null),
  /** What a document or an unidentified receipt came to, in minor units, either way. */
  amount: positive.nullable().default(null),
}

/** Entries that a file takes. */
export const EXPORTED_MOST = 100_000

export const history = {
  /**
   * Newest first; entries before the one numbered `after`. A page ends early where a search was long: `next` then goes on, and
   * the end is reached once it is null.
   */
  'history.list': query(
    { ...historyFilter, after: id.nullable().default(null), limit },
    { output: output<{ readonly rows: readonly HistoryEntry[]; readonly next: number | null }>() },
  ),
  /** Walks the whole log: every entry follows from the one before, and its facts are as they were. */
  'history.verify': report({}, { output: output<ChainVerdict>(), refusals: ['cancelled'] }),
  /** The entries as CSV text, with the head of the chain as last line. */
  'history.csv': report(historyFilter, {
    output: output<{ readonly csv: string; readonly entries: number; readonly more: boolean }>(),
    refusals: ['cancelled'],
  }),
  /** Shows the save dialog and writes them. Null when the clerk closes the dialog. */
  'history.saveCsv': shell(historyFilter, {
    output: output<{ readonly file: string; readonly entries: number; readonly more: boolean } | null>(),
    refusals: ['cancelled', 'file_read_only', 'disk_full', 'disk_error', 'no_company_open'],
  }),
}
