import type { CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import type { MinorUnits } from '../../src-shared/domain/amounts/money.ts'
import type { Format } from '../ui/conventions.tsx'
import { Figure } from '../ui/Figure.tsx'
import type { ColumnLook, GridColumn } from '../ui/grid/grid-column.ts'

type Look = Omit<ColumnLook, 'align'>

/** A day, sorted as such; nothing where there is none. */
export const dateColumn = <Row,>(
  look: Look,
  format: Format,
  dateOf: (row: Row) => CalendarDate | null,
): GridColumn<Row> => ({
  width: 108,
  ...look,
  kind: 'date',
  value: (row) => dateOf(row) ?? '',
  text: (row) => {
    const date = dateOf(row)
    return date === null ? '' : format.date(date)
  },
})

export type AmountLook = Look & { readonly blankZero?: boolean }

/** An amount in the row's currency. */
export const amountColumn = <Row,>(
  { blankZero = false, ...look }: AmountLook,
  amountOf: (row: Row) => MinorUnits,
  currencyOf: (row: Row) => string,
): GridColumn<Row> => ({
  width: 108,
  ...look,
  kind: 'amount',
  currency: currencyOf,
  align: 'end',
  value: amountOf,
  cell: (row) => <Figure amount={amountOf(row)} currency={currencyOf(row)} blankZero={blankZero} />,
})
