import type { Quote } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { digitsTyped, quoteInWords, quoteTyped, typedAs } from '../../entry/exchange-rate.ts'
import type { Format } from '../../ui/conventions.tsx'
import { Figure } from '../../ui/Figure.tsx'
import type { EntryColumn } from '../../ui/grid/entry-column.ts'
import { Pill } from '../../ui/Pill.tsx'
import type { DueRow } from './due-row.ts'
import css from './recurring-due.module.css'

type Column = EntryColumn<DueRow>

/** @param baseCurrency rows in another one have a rate to enter */
export function dueColumns(
  format: Format,
  rows: readonly DueRow[],
  baseCurrency: string,
  quoteFor: (currency: string) => Quote,
): readonly Column[] {
  const isForeign = ({ currency }: DueRow): boolean => currency !== baseCurrency
  return [
    { kind: 'static', id: 'tick', title: 'Bill', width: 68, text: tickText, cell: (row) => <Tick row={row} /> },
    { kind: 'static', id: 'dueOn', title: 'Due', width: 116, text: (row) => format.date(row.dueOn) },
    { kind: 'static', id: 'name', title: 'Recurring invoice', width: 160, grow: 2, text: (row) => row.name },
    { kind: 'static', id: 'customer', title: 'Customer', width: 160, grow: 2, text: (row) => row.customerName },
    {
      kind: 'date',
      id: 'date',
      title: 'Invoice date',
      width: 168,
      quick: true,
      value: (row) => row.date,
      change: (row, date) => ({ ...row, date }),
    },
    ...(rows.some(isForeign) ? rateColumns(isForeign, baseCurrency, quoteFor) : []),
    ...(rows.some(isForeign)
      ? [{ kind: 'static', id: 'currency', title: 'Currency', width: 76, text: (row) => row.currency } satisfies Column]
      : []),
    {
      kind: 'static',
      id: 'total',
      title: 'Amount',
      width: 120,
      align: 'end',
      isPinned: true,
      text: (row) => format.amount(row.total, row.currency),
      cell: (row) => <Figure amount={row.total} currency={row.currency} />,
    },
  ]
}

function rateColumns(
  isForeign: (row: DueRow) => boolean,
  baseCurrency: string,
  quoteFor: (currency: string) => Quote,
): readonly Column[] {
  const quoteOf = (row: DueRow): Quote => quoteTyped(row.rate) ?? quoteFor(row.currency)
  return [
    {
      kind: 'text',
      id: 'rate',
      title: 'Rate',
      width: 96,
      editable: isForeign,
      value: (row) => digitsTyped(row.rate),
      change: (row, typed) => ({ ...row, rate: typedAs(typed, quoteOf(row)) }),
    },
    {
      kind: 'static',
      id: 'quoted',
      title: 'Quoted as',
      width: 120,
      text: (row) => quoteInWords(quoteOf(row), row.currency, baseCurrency),
    },
  ]
}

const tickText = ({ isTicked }: DueRow): string => (isTicked ? 'bill' : 'leave')

function Tick({ row }: { readonly row: DueRow }) {
  return row.isTicked ? <Pill tone="ok">{tickText(row)}</Pill> : <span className={css.leave}>{tickText(row)}</span>
}
