import { EXPORTED_MOST, type Change, type HistoryEntry } from '../../../../src-shared/company/contract/history.ts'
import { documentKindName } from '../../../../src-shared/domain/documents.ts'
import { CSV_START, csvRow } from '../../../../src-shared/domain/text/csv.ts'
import { chainHead } from '../../../db/command-chain.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { findEntries } from './find-entries.ts'
import { historyEntry } from './entry.ts'
import { entryTexts } from './entry-texts.ts'

const HEAD = [
  'Number',
  'Recorded (UTC)',
  'Person',
  'Device',
  'What',
  'In words',
  'Changes',
  'Approved by',
  'Customer',
  'Document',
]

export const changeText = ({ field, before, after }: Change): string =>
  before === null ? `${field} ${after}` : `${field} ${before} to ${after}`

const rowOf = (entry: HistoryEntry): string =>
  csvRow([
    String(entry.id),
    entry.recordedAt,
    entry.person,
    entry.device,
    entry.title,
    entry.text,
    entry.changes.map(changeText).join('; '),
    entry.approvedBy,
    entry.customer === null ? '' : `${entry.customer.code} ${entry.customer.name}`,
    entry.document === null ? '' : `${documentKindName[entry.document.kind]} ${entry.document.number}`,
  ])

/** Entries of one step: between two of them it can be cancelled. */
const STEP = 500

/** The entries asked for, newest first, and the head of the chain that they are part of. */
export const historyCsv: QueryHandler<'history.csv'> = (context, filter) => {
  const { db, progress, checkCancelled } = context
  const texts = entryTexts(db)
  const head = chainHead(db)
  const parts = [CSV_START, csvRow(HEAD)]
  let entries = 0
  let after: number | null = null
  do {
    checkCancelled()
    const found = findEntries(context, filter, after, Math.min(STEP, EXPORTED_MOST - entries))
    for (const seq of found.seqs) parts.push(rowOf(historyEntry(db, seq, texts)))
    entries += found.seqs.length
    after = found.next
    progress(head.seq - (after ?? 0), head.seq)
  } while (after !== null && entries < EXPORTED_MOST)
  parts.push(csvRow([`Head of the log after entry ${head.seq}: ${head.hash}`]))
  return { csv: parts.join(''), entries, more: after !== null }
}
