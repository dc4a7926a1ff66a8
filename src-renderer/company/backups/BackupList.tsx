import { useMemo, useState } from 'react'
import type { BackupVerdict, ListedBackup } from '../../../src-shared/company/contract/backups.ts'
import { describeRefusal } from '../../../src-shared/refusals.ts'
import { askIfEncrypted } from '../../api/events.ts'
import { leaveRefused } from '../../api/refused-error.ts'
import { useCommand } from '../../api/queries.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { ConfirmDialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { useNotices } from '../../ui/Notices.tsx'
import { Card } from '../../ui/Page.tsx'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { backupColumns } from './backup-columns.ts'
import { beyondText, momentText } from './backup-words.ts'
import { useBackupList, useComparison } from './use-backups.ts'
import css from './backups.module.css'

/** Every backup of a company, what the chosen one holds beside the file in use, and what can be done with it. */
export function BackupList({ token }: { readonly token: string | null }) {
  const { data: list, error } = useBackupList(token)
  const format = useFormat()
  const [chosen, choose] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)
  const columns = useMemo((): readonly GridColumn<ListedBackup>[] => backupColumns(format), [format])
  const backup = list?.backups.find(({ token: each }) => each === chosen) ?? list?.backups[0] ?? null
  const look = useCommand('backups.look')
  const { check, verdict } = useVerdict(backup)
  const { restore, isRestoring } = useRestore()
  if (error) return <Banner tone="bad">{error.message}</Banner>
  if (list === undefined) return null
  return (
    <>
      {look.error && <Banner tone="bad">{look.error.message}</Banner>}
      <div className={css.list}>
        <Card title={`Backups of ${list.company.file}`} fill>
          <DataGrid
            label="Backups"
            rows={list.backups}
            columns={columns}
            rowKey={({ token: key }) => key}
            selectedKey={backup?.token ?? null}
            onSelect={({ token: key }) => choose(key)}
            onOpen={() => setAsking(true)}
            autoFocus
            empty={
              <EmptyState title="No backup yet">
                Back up now makes the first one. Connect the disk of a place that is not connected to see those on it.
              </EmptyState>
            }
          />
        </Card>
      </div>
      {backup !== null && (
        <Card title={`${momentText(backup.madeAt)}, ${backup.file}`} padded>
          <div className={css.found}>
            <Verdict verdict={verdict} />
            <Compared token={backup.token} inUse={list.company.file} />
            <div className={css.buttons}>
              <Button onPress={() => void check.run({ token: backup.token }).catch(leaveRefused)}>Check it</Button>
              <Button onPress={() => void look.run({ token: backup.token }).catch(askIfEncrypted)}>Look at it</Button>
              <Button variant="primary" onPress={() => setAsking(true)} keyHint="Enter">
                Restore it
              </Button>
            </div>
          </div>
        </Card>
      )}
      {backup !== null && (
        <ConfirmDialog
          title={`Restore the backup of ${momentText(backup.madeAt)}?`}
          isOpen={isAsking}
          isDanger
          onClose={() => setAsking(false)}
          onConfirm={() => void restore.run({ token: backup.token }).catch(leaveRefused)}
          confirmLabel="Restore it"
        >
          <div className={css.found}>
            <Compared token={backup.token} inUse={list.company.file} />
            <p>
              {list.company.isThere
                ? `It is checked first. ${list.company.file} as it is now stays beside it under another name.`
                : 'It is checked first.'}
            </p>
          </div>
        </ConfirmDialog>
      )}
      <ProgressDialog title="Restoring" isWorking={isRestoring} progress={restore.progress} onCancel={restore.cancel} />
      <ProgressDialog
        title="Checking the backup"
        isWorking={check.isPending}
        progress={check.progress}
        onCancel={check.cancel}
      />
    </>
  )
}

function useVerdict(backup: ListedBackup | null) {
  const check = useCommand('backups.check')
  const [checked, setChecked] = useState<{ readonly token: string; readonly verdict: BackupVerdict } | null>(null)
  const run = async (input: { readonly token: string }): Promise<void> => {
    setChecked({ token: input.token, verdict: await check.run(input) })
  }
  const verdict = checked !== null && checked.token === backup?.token ? checked.verdict : null
  return { check: { ...check, run }, verdict }
}

/** Restores, and says where the file that was in use stays. */
export function useRestore() {
  const restore = useCommand('backups.restore')
  const { say } = useNotices()
  const run = async (input: { readonly token?: string }): Promise<void> => {
    try {
      const restored = await restore.run(input)
      if (restored === null) return
      const stays = restored.previous === null ? '' : ` What was in use is now ${restored.previous}.`
      say(`${restored.company.file} is restored.${stays}${restored.isProved ? '' : ` ${UNPROVED}`}`, {
        tone: restored.isProved ? 'ok' : 'warn',
      })
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), { tone: 'bad' })
    }
  }
  return { restore: { ...restore, run }, isRestoring: restore.isPending }
}

const UNPROVED = 'Its manifest is missing: whether every byte is as it was written is not known.'

function Verdict({ verdict }: { readonly verdict: BackupVerdict | null }) {
  if (verdict === null) return null
  if (verdict.problem === null && !verdict.isProved)
    return <Banner tone="warn">{`Its pages, its rules and its commands are sound. ${UNPROVED}`}</Banner>
  if (verdict.problem === null)
    return <Banner tone="ok">It is good: every byte, every page and every rule of the books was checked.</Banner>
  return <Banner tone="bad">{describeRefusal(verdict.problem)}</Banner>
}

/** What the file in use has beyond a backup, and the other way round. */
export function Compared({ token, inUse }: { readonly token: string; readonly inUse: string }) {
  const { data: compared, error } = useComparison(token)
  if (error) return <p>{error.message}</p>
  if (compared === undefined) return <p>Comparing it with the file in use.</p>
  const { missing, only, commonAt } = compared
  if (missing === null) return <p>{`${inUse} cannot be read: what a restore would take away is not known.`}</p>
  const since = commonAt === null ? '' : ` after ${momentText(commonAt)}`
  return (
    <>
      <p>
        {missing.commands === 0
          ? `It holds all that ${inUse} holds.`
          : `Not in it, and gone from the books by a restore${since}: ${beyondText(missing)}.`}
      </p>
      {only.commands > 0 && <p>{`Only in it, and not in ${inUse}: ${beyondText(only)}.`}</p>}
    </>
  )
}
