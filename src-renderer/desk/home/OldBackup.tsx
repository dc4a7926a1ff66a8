import { useState } from 'react'
import { useLedgerQuery } from '../../api/queries.tsx'
import { oldBackupText } from '../../company/backups/backup-words.ts'
import { useBackupState } from '../../company/backups/use-backups.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'

/** A line while the last good backup is older than the company allows; says nothing otherwise. */
export function OldBackup() {
  const [now] = useState(() => new Date())
  const { data: profile } = useLedgerQuery('company.profile', {})
  const { data: state } = useBackupState()
  if (profile === undefined || profile.documents === 0 || state === undefined) return null
  const text = oldBackupText(state.places, profile.settings.backupWarningDays, now)
  if (text === null) return null
  return (
    <Banner
      tone="warn"
      actions={
        <>
          <ActionButton action="backup.now" />
          <ActionButton action="go.backups" label="Backups" />
        </>
      }
    >
      {text}
    </Banner>
  )
}
