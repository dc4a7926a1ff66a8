import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import type { EntryColumn } from '../../ui/grid/entry-column.ts'
import { isAcross } from './crossing.ts'
import type { Crossed } from './crossing.ts'

/** What a grid of items does with a row in another currency than the money. */
export type CrossChanges<Row> = {
  readonly shownRate: (row: Row) => string
  readonly withSettles: (row: Row, settles: MinorUnits) => Row
  readonly withCrossRate: (row: Row, typed: string) => Row
}

/** What the money settles in the item's currency, and the rate that both amounts say: each follows when the other is typed. */
export const crossColumns = <Row extends Crossed>(changes: CrossChanges<Row>): readonly EntryColumn<Row>[] => [
  {
    kind: 'amount',
    id: 'settles',
    title: 'Settles',
    width: 96,
    align: 'end',
    currency: (row) => row.currency,
    blankZero: true,
    editable: isAcross,
    value: (row) => row.settles,
    change: (row, settles) => changes.withSettles(row, settles ?? 0),
  },
  {
    kind: 'text',
    id: 'rate',
    title: 'Rate',
    width: 132,
    align: 'end',
    editable: isAcross,
    value: changes.shownRate,
    change: changes.withCrossRate,
  },
]
