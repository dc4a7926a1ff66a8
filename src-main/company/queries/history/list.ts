import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { verifyChain } from '../../../db/command-chain.ts'
import { findEntries } from './find-entries.ts'
import { historyEntry } from './entry.ts'
import { entryTexts } from './entry-texts.ts'

/** Who did what, newest first, a page at a time. */
export const historyList: QueryHandler<'history.list'> = (context, { after, limit, ...filter }) => {
  const { db } = context
  const { seqs, next } = findEntries(context, filter, after, limit)
  const texts = entryTexts(db)
  return { rows: seqs.map((seq) => historyEntry(db, seq, texts)), next }
}

/** The whole chain from its first entry, with the hash that stands for it. */
export const verifyHistory: QueryHandler<'history.verify'> = ({ db, progress, checkCancelled }) =>
  verifyChain(db, (done, total) => {
    checkCancelled()
    progress(done, total)
  })
