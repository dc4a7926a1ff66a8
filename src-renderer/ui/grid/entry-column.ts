import type { ReactNode } from 'react'
import type { DecimalOf } from '../fields/read-text.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { Millionths, MinorUnits, UnitPrice } from '../../../src-shared/domain/amounts/money.ts'
import type { PickerOption, PickerSearch } from '../fields/picker-choice.ts'
import type { SelectOption } from '../fields/SelectField.tsx'
import type { ColumnLook } from './grid-column.ts'

type EntryLook<Row> = ColumnLook & {
  /** Enter stops here, or in the rows for which it says so. */
  readonly quick?: boolean | ((row: Row) => boolean)
  /** The name of its field in the paths of errors; the id when left out. */
  readonly field?: string
  /** Whether this row's cell can be entered; yes when left out. */
  readonly editable?: (row: Row) => boolean
}

type Entered<Row, Kind extends string, Value> = EntryLook<Row> & {
  readonly kind: Kind
  readonly value: (row: Row) => Value
  /** The row with the value in place, and with what follows from it: a product's price, a due date. */
  readonly change: (row: Row, value: Value) => Row
}

/** A column of an entry grid, by what is entered in it. */
export type EntryColumn<Row> =
  | (ColumnLook & {
      readonly kind: 'static'
      readonly text: (row: Row) => string
      readonly cell?: (row: Row) => ReactNode
    })
  | Entered<Row, 'text', string>
  | (Entered<Row, 'amount', MinorUnits | null> & {
      /** Of the column, or of each row where they differ. */
      readonly currency: string | ((row: Row) => string)
      readonly blankZero?: boolean
    })
  | (Entered<Row, 'decimal', Millionths | null> & { readonly of: DecimalOf })
  | (Entered<Row, 'price', UnitPrice | null> & {
      readonly digitsMin?: number
      readonly currency: string
    })
  | Entered<Row, 'date', CalendarDate | null>
  | (Entered<Row, 'picker', PickerOption | null> & {
      readonly search: PickerSearch
      readonly noun?: string
      /** What stands in the cell while it is not entered; the code when left out. */
      readonly shown?: (option: PickerOption) => string
    })
  | (Entered<Row, 'select', string> & { readonly options: readonly SelectOption<string>[] })

/** The currency of a row's amount. */
export const currencyOf = <Row>(
  { currency }: Extract<EntryColumn<Row>, { readonly kind: 'amount' }>,
  row: Row,
): string => (typeof currency === 'string' ? currency : currency(row))

export type EnteredColumn<Row> = Exclude<EntryColumn<Row>, { readonly kind: 'static' }>

export function isEntered<Row>(column: EntryColumn<Row>): column is EnteredColumn<Row> {
  return column.kind !== 'static'
}

/** Whether Enter stops in this row's cell. */
export const isQuick = <Row>({ quick = false }: EnteredColumn<Row>, row: Row): boolean =>
  typeof quick === 'function' ? quick(row) : quick

export function isCellEditable<Row>(column: EntryColumn<Row>, row: Row): boolean {
  return isEntered(column) && (column.editable?.(row) ?? true)
}

/** The row with one cell's value taken from another row. */
export function copyCell<Row>(column: EnteredColumn<Row>, from: Row, to: Row): Row {
  switch (column.kind) {
    case 'text':
      return column.change(to, column.value(from))
    case 'amount':
      return column.change(to, column.value(from))
    case 'decimal':
      return column.change(to, column.value(from))
    case 'price':
      return column.change(to, column.value(from))
    case 'date':
      return column.change(to, column.value(from))
    case 'picker':
      return column.change(to, column.value(from))
    case 'select':
      return column.change(to, column.value(from))
  }
}

/** The row with every entered value of another row; its own identity stays. */
export function copyRow<Row>(columns: readonly EntryColumn<Row>[], from: Row, to: Row): Row {
  return columns.filter(isEntered).reduce((row, column) => copyCell(column, from, row), to)
}
