import type { TermsRow } from '../../../src-shared/contract/setup.ts'
import { describeTerms } from '../../../src-shared/domain/terms-text.ts'
import { useCommand } from '../../api/queries.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { useNotices } from '../../ui/Notices.tsx'
import { RenameCard } from './RenameCard.tsx'
import { SetupFormCard } from './SetupFormCard.tsx'
import { SetupList } from './SetupList.tsx'
import { blankTerms, checkTerms, rule, termsFieldOf, termsInWords } from './terms-entry.ts'
import type { TermsEntry } from './terms-entry.ts'
import { TermsFields } from './TermsFields.tsx'
import { useOpenedRow } from './use-opened-row.ts'
import { useSetupForm } from './use-setup-form.ts'

const columns: readonly GridColumn<TermsRow>[] = [
  { id: 'code', title: 'Code', width: 100, value: (row) => row.code },
  { id: 'name', title: 'Name', width: 170, grow: 1, value: (row) => row.name },
  { id: 'rule', title: 'In words', width: 220, grow: 2, value: (row) => describeTerms(row.rule) },
]
const keyOf = (row: TermsRow): string => String(row.id)

const inWords = ({ rule: stored }: TermsRow): string => {
  const words = describeTerms(stored)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export function TermsSetup({ terms }: { readonly terms: readonly TermsRow[] }) {
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
      const name = entry.name.trim() || (termsInWords(entry) ?? '')
      await create.run({ code: entry.code, name, rule: mutable(typed) })
      say(`Terms ${entry.code.trim()} are added.`, { tone: 'ok' })
      form.replace(blankTerms())
    },
  })
  return (
    <SetupList
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
          <TermsFields form={form} />
        </SetupFormCard>
      ) : (
        <RenameCard
          key={openedKey}
          what="Terms"
          row={opened}
          note={`${inWords(opened)}. That stays: invoices fell due by it. Enter new terms for other days.`}
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
