import { useMemo } from 'react'
import type { TaxCodeRow } from '../../../src-shared/company/contract/setup.ts'
import { useCommand } from '../../api/queries.tsx'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { formatDecimal6 } from '../../../src-shared/domain/amounts/money.ts'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { useNotices } from '../../ui/Notices.tsx'
import { accountColumn } from './account-options.ts'
import { RenameCard } from './RenameCard.tsx'
import { SetupFormCard } from './SetupFormCard.tsx'
import { SetupList } from './SetupList.tsx'
import { TaxCodeFields } from './TaxCodeFields.tsx'
import { blankTaxCode, chargesText, checkTaxCode, taxCodeFieldOf, taxGroupInput } from './tax-code-entry.ts'
import type { TaxCodeEntry } from './tax-code-entry.ts'
import { useOpenedRow } from './use-opened-row.ts'
import { useSetupForm } from './use-setup-form.ts'

const keyOf = (row: TaxCodeRow): string => String(row.id)

export function TaxCodesSetup({ setup }: { readonly setup: EntrySetup }) {
  const { accounts, taxCodes } = setup
  const format = useFormat()
  const create = useCommand('taxCodes.create')
  const createGroup = useCommand('taxCodes.createGroup')
  const rename = useCommand('taxCodes.rename')
  const { opened, openedKey, open, close } = useOpenedRow(taxCodes)
  const { say } = useNotices()
  const taxAccount = accounts.find(({ roles }) => roles.includes('tax'))
  const blank = blankTaxCode(taxAccount?.id)
  const form = useSetupForm<TaxCodeEntry>({
    keepAs: 'taxCodes',
    start: blank,
    check: checkTaxCode(taxCodes),
    fieldOf: taxCodeFieldOf,
    send: async (entry) => {
      const { code, name, rate, accountId } = entry
      // `check` let no empty rate through.
      await (entry.charges === 'one'
        ? create.run({ code, name, rate: rate ?? 0, accountId: Number(accountId) })
        : createGroup.run(taxGroupInput(entry)))
      say(`Tax code ${code.trim()} is added.`, { tone: 'ok' })
      form.replace(blank)
    },
  })
  const columns = useMemo(
    (): readonly GridColumn<TaxCodeRow>[] => [
      { id: 'code', kind: 'code', title: 'Code', width: 100, value: (row) => row.code },
      { id: 'name', kind: 'text', title: 'Name', width: 180, grow: 1, value: (row) => row.name },
      {
        id: 'rate',
        kind: 'number',
        title: 'Rate',
        width: 80,
        align: 'end',
        value: (row) => row.rate,
        figure: (row) => formatDecimal6(row.rate),
        text: (row) => `${format.decimal(row.rate)}%`,
      },
      { id: 'charges', kind: 'text', title: 'Made of', width: 120, value: chargesText },
      accountColumn(accounts),
    ],
    [accounts, format],
  )
  return (
    <SetupList
      record={{ kind: 'tax_code', id: opened?.id }}
      label="Tax codes"
      layoutId="tax-codes"
      rows={taxCodes}
      columns={columns}
      rowKey={keyOf}
      typeToSelect="code"
      onOpen={open}
    >
      {opened !== undefined && (
        <RenameCard
          key={openedKey}
          what="Tax code"
          row={opened}
          note={`${format.decimal(opened.rate)}% stays: invoices were taxed by it. Enter a new code for another rate.`}
          rename={rename.run}
          onDone={close}
          newLabel="New tax code"
        />
      )}
      {opened === undefined && (
        <SetupFormCard title="New tax code" form={form} saveLabel="Add tax code">
          <TaxCodeFields form={form} accounts={accounts} taxCodes={taxCodes} />
        </SetupFormCard>
      )}
    </SetupList>
  )
}
