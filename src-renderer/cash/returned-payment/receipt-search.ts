import type { DocumentRow } from '../../../src-shared/ledger/contract/documents.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { api } from '../../api/client.ts'
import type { Format } from '../../ui/conventions.tsx'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'

type Receipt = Pick<DocumentRow, 'id' | 'number' | 'customerName'>

export const optionOfReceipt = ({ id, number, customerName }: Receipt): PickerOption => ({
  key: String(id),
  code: number,
  name: customerName,
})

/** Receipts that can come back, each once. */
export function returnable(rows: readonly DocumentRow[]): readonly DocumentRow[] {
  const receipts = rows.filter(({ kind, status }) => kind === 'receipt' && (status === 'open' || status === 'closed'))
  return [...new Map(receipts.map((row) => [row.id, row])).values()]
}

const MOST = 12

/** Finds receipts by the start of their number or check number, or by their amount. */
export const receiptSearch =
  (asOf: CalendarDate, format: Format) =>
  async (text: string): Promise<readonly PickerOption[]> => {
    const [named, found] = await Promise.all([
      api.documents.list({ kinds: ['receipt'], filter: text.trim(), asOf, limit: MOST }),
      text.trim() === '' ? { documents: [] } : api.find.everything({ text, limit: 50 }),
    ])
    return returnable([...named.rows, ...found.documents])
      .slice(0, MOST)
      .map((row) => ({
        ...optionOfReceipt(row),
        detail: [row.reference, format.date(row.documentDate), format.amount(Math.abs(row.total), row.currency)]
          .filter((part) => part !== '')
          .join('  '),
      }))
  }
