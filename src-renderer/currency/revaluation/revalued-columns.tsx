import type { RevaluationProposal, RevaluedItem } from '../../../src-shared/currency/contract/revaluation.ts'
import { quotedDecimal } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { documentKindName } from '../../../src-shared/domain/documents.ts'
import { rateDigits } from '../../entry/exchange-rate.ts'
import { amountColumn, dateColumn } from '../../lists/columns.tsx'
import type { Format } from '../../ui/conventions.tsx'
import { Figure } from '../../ui/Figure.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { postable, wholeDifference } from './figures.ts'

export type RevaluedRow = RevaluedItem & { readonly currency: string }

/** An item as the books carry it and at the rate of the day; the foot is what posting would gain. */
export function revaluedColumns(
  proposal: RevaluationProposal,
  format: Format,
  decimal: '.' | ',',
): readonly GridColumn<RevaluedRow>[] {
  const { baseCurrency } = proposal
  const whole = wholeDifference(postable(proposal))
  return [
    { id: 'customer', kind: 'code', title: 'Customer', width: 110, value: (row) => row.customerCode, total: 'Total' },
    { id: 'number', kind: 'code', title: 'Number', width: 120, grow: 1, value: (row) => row.number },
    { id: 'kind', kind: 'choice', title: 'Kind', width: 104, value: (row) => documentKindName[row.kind] },
    dateColumn({ id: 'date', title: 'Date', width: 112 }, format, (row) => row.documentDate),
    { id: 'currency', kind: 'code', title: 'Currency', width: 80, value: (row) => row.currency },
    amountColumn(
      { id: 'open', title: 'Open', width: 110 },
      (row) => row.open,
      (row) => row.currency,
    ),
    {
      id: 'itemRate',
      kind: 'number',
      title: 'Posted at',
      width: 90,
      align: 'end',
      value: (row) => Number(quotedDecimal(row.itemRate)),
      figure: (row) => quotedDecimal(row.itemRate),
      text: (row) => rateDigits(row.itemRate, decimal),
    },
    amountColumn(
      { id: 'carried', title: `In ${baseCurrency}`, width: 110 },
      (row) => row.carried,
      () => baseCurrency,
    ),
    {
      id: 'atRate',
      kind: 'amount',
      currency: () => baseCurrency,
      isBlank: (row) => row.atRate === null,
      title: 'At the rate',
      width: 110,
      align: 'end',
      value: (row) => row.atRate ?? 0,
      cell: (row) => (row.atRate === null ? '' : <Figure amount={row.atRate} currency={baseCurrency} />),
    },
    {
      id: 'difference',
      kind: 'amount',
      currency: () => baseCurrency,
      isBlank: (row) => row.difference === null,
      title: 'Gain or loss',
      width: 110,
      align: 'end',
      isPinned: true,
      value: (row) => row.difference ?? 0,
      cell: (row) =>
        row.difference === null ? '' : <Figure amount={row.difference} currency={baseCurrency} isStrong />,
      total: <Figure amount={whole} currency={baseCurrency} />,
    },
  ]
}
