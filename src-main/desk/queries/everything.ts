import { fromClock } from '../../../src-shared/domain/dates/calendar.ts'
import type { QueryHandler } from '../../kernel/query-handler.ts'
import { documentRows } from '../../ledger/queries/documents/rows.ts'
import { findCustomers } from './find-customers.ts'
import { findDocuments } from './find-documents.ts'

/** What the find box shows for a text. */
export const findEverything: QueryHandler<'find.everything'> = ({ db, now }, { text, limit }) => {
  if (text === '') return { customers: [], documents: [], isComplete: true }
  const { ids, isComplete } = findDocuments(db, text, limit)
  return {
    customers: findCustomers(db, text, limit),
    documents: documentRows(db, ids, fromClock(now)),
    isComplete,
  }
}
