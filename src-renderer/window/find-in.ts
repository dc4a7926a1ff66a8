import { documentKindName } from '../../src-shared/domain/documents.ts'
import type { DocumentRow } from '../../src-shared/ledger/contract/documents.ts'
import type { OutputOf } from '../../src-shared/contract.ts'
import { api } from '../api/client.ts'
import type { Place } from '../keyboard/places.ts'
import type { Format } from '../ui/conventions.tsx'
import type { Find, Found, FoundGroup } from './palette/find.ts'

const MOST = 8

/** What the find box and the palette look through besides actions. */
export const findIn =
  (go: (place: Place) => void, format: Format): Find =>
  async (text) => {
    const { customers, documents, isComplete } = await api.find.everything({ text, limit: MOST })
    return {
      groups: [customerGroup(customers, go), documentGroup(documents, go, format)],
      note: isComplete ? '' : 'Words of older documents are still being read in: look again in a minute.',
    }
  }

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ')

function customerGroup(customers: OutputOf<'find.everything'>['customers'], go: (place: Place) => void): FoundGroup {
  const found = customers.map(({ id, code, name, isArchived, place, matched }): Found => ({
    key: String(id),
    code,
    title: name,
    detail: joined([matched, place]),
    mark: isArchived ? 'Archived' : '',
    open: () => go({ screen: 'customer', customerId: id }),
  }))
  return { id: 'customers', title: 'Customers', found }
}

const marks: Readonly<Record<DocumentRow['status'], string>> = {
  open: '',
  closed: '',
  void: 'Void',
  reversal: 'Void entry',
}

function documentGroup(documents: readonly DocumentRow[], go: (place: Place) => void, format: Format): FoundGroup {
  const found = documents.map((row): Found => {
    const isPartlyOpen = row.open !== 0 && row.open !== row.total
    return {
      key: String(row.id),
      code: row.number,
      title: row.customerName,
      detail: joined([
        documentKindName[row.kind],
        format.date(row.documentDate),
        row.reference,
        isPartlyOpen ? `open ${format.amount(row.open, row.currency)}` : '',
      ]),
      trailing: format.amount(row.total, row.currency),
      mark: marks[row.status],
      open: () => go({ screen: 'document', documentId: row.id }),
    }
  })
  return { id: 'documents', title: 'Invoices and receipts', found }
}
