import type { AccountRow, ProductRow, TaxCodeRow } from '../../../src-shared/company/contract/setup.ts'
import { priceText } from '../../lists/price-text.ts'
import type { Format } from '../../ui/conventions.tsx'
import { formatUnitPrice } from '../../../src-shared/domain/amounts/unit-price.ts'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { useMemo } from 'react'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/queries.tsx'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { Button } from '../../ui/Button.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { blankProduct, checkProduct, productEntry, productInput } from './product-entry.ts'
import type { ProductEntry } from './product-entry.ts'
import { ProductFields } from './ProductFields.tsx'
import { SetupFormCard } from './SetupFormCard.tsx'
import { SetupList } from './SetupList.tsx'
import { fieldsNamed, useSetupForm } from './use-setup-form.ts'

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
    { id: 'code', kind: 'code', title: 'Code', width: 110, value: (row) => row.code },
    { id: 'name', kind: 'text', title: 'Name', width: 200, grow: 1, value: (row) => row.name },
    {
      id: 'price',
      kind: 'number',
      title: `Price ${currency}`,
      width: 100,
      align: 'end',
      value: (row) => row.unitPrice,
      figure: (row) => formatUnitPrice(row.unitPrice),
      text: (row) => priceText(row.unitPrice, currency, format),
    },
    { id: 'tax', kind: 'code', title: 'Tax code', width: 80, value: (row) => codeIn(taxCodes, row.taxCodeId) },
    { id: 'account', kind: 'code', title: 'Account', width: 76, value: (row) => codeIn(accounts, row.accountId) },
  ]
}

const keyOf = (row: ProductRow): string => String(row.id)

/** Products: Enter on one brings it into the form to be changed. */
export function ProductsSetup({ setup }: { readonly setup: EntrySetup }) {
  const { products, accounts, taxCodes, profile } = setup
  const format = useFormat()
  const create = useCommand('products.create')
  const update = useCommand('products.update')
  const { say } = useNotices()
  const blank = blankProduct(accounts.find(({ roles }) => roles.includes('sales'))?.id)
  const form = useSetupForm<ProductEntry>({
    keepAs: 'products',
    start: blank,
    check: checkProduct,
    fieldOf: fieldsNamed('code', 'name', 'unitPrice', 'taxCodeId', 'accountId'),
    afterStale: async (entry) => {
      const row = (await api.products.list({})).find(({ id }) => id === entry.stored?.id)
      return row === undefined ? entry : { ...entry, stored: { id: row.id, version: row.version } }
    },
    send: async (entry) => {
      if (entry.stored === null) await create.run(productInput(entry))
      else await update.run({ ...entry.stored, ...productInput(entry) })
      say(`Product ${entry.code.trim()} is ${entry.stored === null ? 'added' : 'changed'}.`, { tone: 'ok' })
      form.replace(blank)
    },
  })
  const isNew = form.entry.stored === null
  const columns = useMemo(
    () => productColumns(format, profile.baseCurrency, taxCodes, accounts),
    [format, profile.baseCurrency, taxCodes, accounts],
  )
  return (
    <SetupList
      record={{ kind: 'product', id: form.entry.stored?.id }}
      label="Products"
      layoutId="products"
      rows={products}
      columns={columns}
      rowKey={keyOf}
      typeToSelect="code"
      onOpen={(row) => form.replace(productEntry(row))}
      empty={<EmptyState title="No products yet">What you bill often: a code brings its name and price.</EmptyState>}
    >
      <SetupFormCard
        // The fields begin anew with each product, the focus in the first of them.
        key={form.entry.stored?.id ?? 'new'}
        title={isNew ? 'New product' : `Change ${form.entry.code}`}
        form={form}
        saveLabel={isNew ? 'Add product' : 'Save product'}
        actions={!isNew && <Button onPress={() => form.replace(blank)}>New product</Button>}
      >
        <ProductFields form={form} setup={setup} />
      </SetupFormCard>
    </SetupList>
  )
}
