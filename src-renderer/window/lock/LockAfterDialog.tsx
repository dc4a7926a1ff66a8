import { useState } from 'react'
import { LOCK_AFTER } from '../../../src-shared/company/rules/preferences.ts'
import { leaveRefused } from '../../api/refused-error.ts'
import { useCommand, useLedgerQuery } from '../../api/queries.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { lockAfter, lockChoices, lockText } from './lock-after.ts'

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
      onSubmit={() => void save.run({ key: LOCK_AFTER, value: Number(minutes) }).then(onClose, leaveRefused)}
      onClose={onClose}
    >
      {save.error !== null && <Banner tone="bad">{save.error.message}</Banner>}
      <SelectField
        label="Lock"
        value={minutes}
        onChange={setChosen}
        options={lockChoices.map((each) => ({ value: String(each), label: lockText(each) }))}
      />
    </FormDialog>
  )
}
