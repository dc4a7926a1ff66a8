import type { PostedEntry } from '../../../src-shared/ledger/contract/documents.ts'
import { sum } from '../../../src-shared/domain/amounts/money.ts'
import { memoText } from '../../../src-shared/refusals.ts'
import type { Format } from '../../ui/conventions.tsx'
import { Figure } from '../../ui/Figure.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'

/** An entry with its place in the list; the first of a posting says what the posting is. */
export type PostingRow = PostedEntry & { readonly key: string; readonly isFirst: boolean }

export const postingRows = (entries: readonly PostedEntry[]): readonly PostingRow[] =>
  entries.map((entry, index) => ({
    ...entry,
    key: String(index),
    isFirst: entry.postingId !== entries[index - 1]?.postingId,
  }))

type Column = GridColumn<PostingRow>

type PostingCurrencies = {
  /** The document's. */
  readonly currency: string
  /** The company's; amounts in it are shown beside those of another. */
  readonly baseCurrency: string
}

/** Debits and credits with the command that made them, in the order they were posted. */
export function postingColumns(
  format: Format,
  { currency, baseCurrency }: PostingCurrencies,
  rows: readonly PostingRow[],
): readonly Column[] {
  const onFirst = (text: (row: PostingRow) => string) => (row: PostingRow) => (row.isFirst ? text(row) : '')
  const postingText = (row: PostingRow): string => `${format.date(row.postingDate)}  ${memoText(row)}`
  const isMixed = rows.some((row) => row.currency !== currency)
  const isForeign = isMixed || currency !== baseCurrency
  const side = (id: string, title: string, of: string | null, signed: (row: PostingRow) => number): Column => {
    const amountOf = (row: PostingRow): number => Math.max(0, signed(row))
    return {
      id,
      kind: 'amount',
      currency: (row) => of ?? row.currency,
      title: isForeign && of !== null ? `${title} ${of}` : title,
      width: 108,
      align: 'end',
      value: amountOf,
      cell: (row) => <Figure amount={amountOf(row)} currency={of ?? row.currency} blankZero />,
      // Several currencies have no sum.
      ...(of === null ? {} : { total: <Figure amount={sum(rows.map(amountOf))} currency={of} /> }),
    }
  }
  const inBase = [
    side('baseDebit', 'Debit', baseCurrency, ({ baseAmount }) => baseAmount),
    side('baseCredit', 'Credit', baseCurrency, ({ baseAmount }) => 0 - baseAmount),
  ]
  const columns: readonly Column[] = [
    { id: 'posting', kind: 'text', title: 'Posting', width: 240, grow: 1, total: 'Total', value: onFirst(postingText) },
    {
      id: 'account',
      kind: 'text',
      title: 'Account',
      width: 184,
      grow: 1,
      value: (row) => `${row.accountCode}  ${row.accountName}`,
    },
    { id: 'item', kind: 'code', title: 'Item', width: 96, value: (row) => row.itemNumber ?? '' },
    ...(isMixed ? [CURRENCY] : []),
    side('debit', 'Debit', isMixed ? null : currency, ({ amount }) => amount),
    side('credit', 'Credit', isMixed ? null : currency, ({ amount }) => 0 - amount),
    ...(isForeign ? inBase : []),
    { id: 'command', kind: 'text', title: 'Command', width: 136, value: onFirst(commandText) },
    {
      id: 'recorded',
      kind: 'code',
      title: 'Recorded (UTC)',
      width: 146,
      value: onFirst(({ command }) => instantText(command.recordedAt)),
    },
    { id: 'by', kind: 'text', title: 'By', width: 160, value: onFirst(byText) },
  ]
  return columns.map((column) => ({ ...column, isSortable: false }))
}

/** Where money of one currency settles items of another. */
const CURRENCY: Column = { id: 'currency', kind: 'code', title: 'Currency', width: 80, value: (row) => row.currency }

const byText = ({ command: { user, device, approvedBy } }: PostingRow): string =>
  [user, device, ...(approvedBy === '' ? [] : [`approved by ${approvedBy}`])].join(', ')

const commandText = ({ command }: PostingRow): string => `${command.seq}  ${command.name}`

/** `2025-06-30 14:02` of an ISO instant. */
export const instantText = (instant: string): string => instant.slice(0, 16).replace('T', ' ')
