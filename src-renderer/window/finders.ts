import { documentKindName } from '../../src-shared/domain/documents.ts'
import { api } from '../api/client.ts'
import type { Finder } from './palette/find.ts'
import type { Place } from '../keyboard/places.ts'
import type { Format } from '../ui/conventions.tsx'

const found = (text: string) => api.find.everything({ text, limit: 8 })

/** What the find box and the palette look through besides actions. */
export const finders = (go: (place: Place) => void, format: Format): readonly Finder[] => [
  {
    id: 'customers',
    title: 'Customers',
    search: async (text) =>
      (await found(text)).customers.map(({ id, code, name }) => ({
        key: String(id),
        code,
        title: name,
        open: () => go({ screen: 'customer', customerId: id }),
      })),
  },
  {
    id: 'documents',
    title: 'Invoices and receipts',
    search: async (text) =>
      (await found(text)).documents.map((row) => ({
        key: String(row.id),
        code: row.number,
        title: row.customerName,
        detail: [documentKindName[row.kind], format.date(row.documentDate), row.reference].filter(Boolean).join(' · '),
        trailing: format.amount(row.total, row.currency),
        open: () => go({ screen: 'document', documentId: row.id }),
      })),
  },
]
