import { useMemo } from 'react'
import type { TermsRow } from '../../../src-shared/company/contract/setup.ts'
import { describeTerms } from '../../../src-shared/company/rules/terms/terms-text.ts'
import { useCommand } from '../../api/queries.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { useNotices } from '../../ui/Notices.tsx'
import { RenameCard } from './RenameCard.tsx'
import { SetupFormCard } from './SetupFormCard.tsx'
import { SetupList } from './SetupList.tsx'
import { blankTerms, checkTerms, rule, sentence, termsFieldOf, termsInWords } from './terms-entry.ts'
import type { TermsEntry } from './terms-entry.ts'
import { TermsFields } from './TermsFields.tsx'
import { useOpenedRow } from './use-opened-row.ts'
import { useSetupForm } from './use-setup-form.ts'

const columnsIn = (currency: string): readonly GridColumn<TermsRow>[] => [
  { id: 'code', kind: 'code', title: 'Code', width: 100, value: (row) => row.code },
  { id: 'name', kind: 'text', title: 'Name', width: 170, grow: 1, value: (row) => row.name },
  {
    id: 'rule',
    kind: 'text',
    title: 'In words',
    width: 220,
    grow: 2,
    value: (row) => describeTerms(row.rule, currency),
  },
]
/** Many instalments in words are longer than a name may be. */
const NAME_MAX = 200

const keyOf = (row: TermsRow): string => String(row.id)

export type TermsSetupProps = {
  readonly terms: readonly TermsRow[]
  /** The company's, which amounts of terms are in. */
  readonly currency: string
}

export function TermsSetup({ terms, currency }: TermsSetupProps) {
  const columns = useMemo(() => columnsIn(currency), [currency])
  const create = useCommand('terms.create')
  const rename = useCommand('terms.rename')
  const { opened, openedKey, open, close } = useOpenedRow(terms)
  const { say } = useNotices()
  const form = useSetupForm<TermsEntry>({
    keepAs: 'terms',
    start: blankTerms(),
    check: checkTerms,
    fieldOf: termsFieldOf,
    send: async (entry) => {
      const typed = rule(entry)
      const name = entry.name.trim() || (termsInWords(entry, currency) ?? '').slice(0, NAME_MAX)
      await create.run({ code: entry.code, name, rule: mutable(typed) })
      say(`Terms ${entry.code.trim()} are added.`, { tone: 'ok' })
      form.replace(blankTerms())
    },
  })
  return (
    <SetupList
      record={{ kind: 'terms', id: opened?.id }}
      label="Terms"
      layoutId="terms"
      rows={terms}
      columns={columns}
      rowKey={keyOf}
      typeToSelect="code"
      onOpen={open}
    >
      {opened === undefined ? (
        <SetupFormCard title="New terms" form={form} saveLabel="Add terms">
          <TermsFields form={form} currency={currency} />
        </SetupFormCard>
      ) : (
        <RenameCard
          key={openedKey}
          what="Terms"
          row={opened}
          note={`${sentence(describeTerms(opened.rule, currency))}. That stays: invoices fell due by it. Enter new terms for other days.`}
          rename={rename.run}
          onDone={close}
          newLabel="New terms"
        />
      )}
    </SetupList>
  )
}

/** The contract's input types are not readonly. */
const mutable = (typed: ReturnType<typeof rule>) =>
  typed.kind === 'instalments' ? { ...typed, parts: [...typed.parts] } : typed
