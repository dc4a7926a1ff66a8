import { useState } from 'react'
import { useCommand, useLedgerQuery } from '../../api/queries.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { LOCK_AFTER, lockAfter, lockChoices, lockText } from './lock-after.ts'

/** When the window locks by itself. */
export function LockAfterDialog({ onClose }: { readonly onClose: () => void }) {
  const { data: stored } = useLedgerQuery('preferences.get', { key: LOCK_AFTER })
  const save = useCommand('preferences.set')
  const [chosen, setChosen] = useState<string | null>(null)
  const minutes = chosen ?? String(lockAfter(stored))
  return (
    <FormDialog
      title="Lock by itself"
      lead="The window locks when nobody types or moves the mouse for that long, and always when the computer locks or sleeps."
      submitLabel="Save"
      canSubmit={!save.isPending}
      onSubmit={() => void save.run({ key: LOCK_AFTER, value: Number(minutes) }).then(onClose)}
      onClose={onClose}
    >
      <SelectField
        label="Lock"
        value={minutes}
        onChange={setChosen}
        options={lockChoices.map((each) => ({ value: String(each), label: lockText(each) }))}
      />
    </FormDialog>
  )
}
