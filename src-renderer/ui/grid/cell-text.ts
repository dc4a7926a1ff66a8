import type { Format } from '../conventions.tsx'
import { currencyOf } from './entry-column.ts'
import type { EntryColumn } from './entry-column.ts'

/** What a cell says while it is not entered. */
export function cellText<Row>(column: EntryColumn<Row>, row: Row, format: Format): string {
  switch (column.kind) {
    case 'static':
      return column.text(row)
    case 'text':
      return column.value(row)
    case 'amount': {
      const amount = column.value(row)
      if (amount === null) return ''
      const currency = currencyOf(column, row)
      return column.blankZero === true ? format.blankZero(amount, currency) : format.amount(amount, currency)
    }
    case 'decimal': {
      const value = column.value(row)
      return value === null ? '' : format.decimal(value)
    }
    case 'price': {
      const price = column.value(row)
      return price === null ? '' : format.price(price, column.digitsMin)
    }
    case 'date': {
      const date = column.value(row)
      return date === null ? '' : format.date(date)
    }
    case 'picker': {
      const option = column.value(row)
      return option === null ? '' : (column.shown?.(option) ?? option.code)
    }
    case 'select': {
      const value = column.value(row)
      return column.options.find((option) => option.value === value)?.label ?? value
    }
  }
}
