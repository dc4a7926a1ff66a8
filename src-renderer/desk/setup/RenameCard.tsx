import { Button } from '../../ui/Button.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { CodeAndName } from './CodeAndName.tsx'
import { SetupFormCard } from './SetupFormCard.tsx'
import { checkCodeAndName, fieldsNamed, useSetupForm } from './use-setup-form.ts'
import css from './setup.module.css'

type Named = { readonly id: number; readonly version: number; readonly code: string; readonly name: string }

export type RenameCardProps = {
  /** Account, as in "Account 4000 is changed". */
  readonly what: string
  readonly row: Named
  /** Why the rest of it stays as it is. */
  readonly note: string
  /** Rejects with RefusedError. */
  readonly rename: (entered: Named) => Promise<unknown>
  /** Back to the form of a new one, which `newLabel` names. */
  readonly onDone: () => void
  readonly newLabel: string
}

/** Another code or name for what documents name already. */
export function RenameCard({ what, row, note, rename, onDone, newLabel }: RenameCardProps) {
  const { say } = useNotices()
  const form = useSetupForm({
    keepAs: `${what} ${row.id}`,
    start: { code: row.code, name: row.name },
    check: checkCodeAndName,
    fieldOf: fieldsNamed('code', 'name'),
    send: async (entry) => {
      await rename({ id: row.id, version: row.version, ...entry })
      say(`${what} ${entry.code.trim()} is saved.`, { tone: 'ok' })
      onDone()
    },
  })
  return (
    <SetupFormCard
      title={`Change ${row.code}`}
      form={form}
      saveLabel="Save"
      actions={<Button onPress={onDone}>{newLabel}</Button>}
    >
      <CodeAndName form={form} />
      <p className={css.note}>{note}</p>
    </SetupFormCard>
  )
}
