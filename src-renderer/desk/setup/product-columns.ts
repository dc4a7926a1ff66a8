import type { AccountRow, ProductRow, TaxCodeRow } from '../../../src-shared/company/contract/setup.ts'
import { priceText } from '../../lists/price-text.ts'
import type { Format } from '../../ui/conventions.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'

/** @param currency of the prices */
export function productColumns(
  format: Format,
  currency: string,
  taxCodes: readonly TaxCodeRow[],
  accounts: readonly AccountRow[],
): readonly GridColumn<ProductRow>[] {
  const codeIn = (rows: readonly { readonly id: number; readonly code: string }[], id: number | null): string =>
    rows.find((row) => row.id === id)?.code ?? ''
  return [
    { id: 'code', title: 'Code', width: 110, value: (row) => row.code },
    { id: 'name', title: 'Name', width: 200, grow: 1, value: (row) => row.name },
    {
      id: 'price',
      title: `Price ${currency}`,
      width: 100,
      align: 'end',
      value: (row) => row.unitPrice,
      text: (row) => priceText(row.unitPrice, currency, format),
    },
    { id: 'tax', title: 'Tax code', width: 80, value: (row) => codeIn(taxCodes, row.taxCodeId) },
    { id: 'account', title: 'Account', width: 76, value: (row) => codeIn(accounts, row.accountId) },
  ]
}
