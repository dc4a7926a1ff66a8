import { useState } from 'react'
import type { OpenedCompany } from '../../../src-shared/company/contract/company.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/Dialog.tsx'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { Compared, useRestore } from './BackupList.tsx'
import { damageText, kindText, momentText } from './backup-words.ts'
import { useNewestGoodBackup } from './use-backups.ts'
import css from './backups.module.css'

const STAYS = 'What is in use now stays beside it under another name.'

/** Over every screen of a file that is only read: what it is, and the way back to work. */
export function OnlyRead({ company }: { readonly company: OpenedCompany }) {
  if (company.copy !== null) return <LookedAt company={company} copy={company.copy} />
  if (company.damage !== null) return <Damaged file={company.file} broken={company.broken} />
  return null
}

type LookedAtProps = { readonly company: OpenedCompany; readonly copy: NonNullable<OpenedCompany['copy']> }

function LookedAt({ company, copy }: LookedAtProps) {
  const { restore, isRestoring } = useRestore()
  const [isAsking, setAsking] = useState(false)
  const what = copy.kind === 'backup' ? 'a backup' : `a copy (${kindText[copy.kind].toLowerCase()})`
  return (
    <>
      <Banner
        tone="warn"
        actions={
          <>
            <Button onPress={() => setAsking(true)} isDisabled={isRestoring}>
              Restore it
            </Button>
            <ActionButton action="company.close" label="Close it" />
          </>
        }
      >
        {`This is ${what} of ${company.profile.name}, made ${momentText(copy.madeAt)}. Look and print; nothing can be entered.`}
      </Banner>
      <ConfirmDialog
        title={`Restore ${company.file}?`}
        isOpen={isAsking}
        isDanger
        onClose={() => setAsking(false)}
        onConfirm={() => void restore.run({})}
        confirmLabel="Restore it"
      >
        <p>{`It is checked first, and takes the place of ${company.profile.name} as it is worked in. ${STAYS}`}</p>
      </ConfirmDialog>
      <ProgressDialog
        title="Restoring"
        isWorking={isRestoring}
        isWaiting={restore.progress === null}
        progress={restore.progress}
        onCancel={restore.cancel}
      />
    </>
  )
}

function Damaged({ file, broken }: Pick<OpenedCompany, 'file' | 'broken'>) {
  const newest = useNewestGood()
  const { restore, isRestoring } = useRestore()
  const [isAsking, setAsking] = useState(false)
  const { found } = newest
  return (
    <>
      <Banner
        tone="bad"
        actions={
          <>
            {found && (
              <Button variant="primary" onPress={() => setAsking(true)} isDisabled={isRestoring}>
                Restore it
              </Button>
            )}
            <ActionButton action="go.backups" label="All backups" />
          </>
        }
      >
        <div className={css.found}>
          <p>{`${damageText(file, broken)} It can be read; nothing can be entered. ${offer(newest)}`}</p>
          {found && <Compared token={found.token} inUse={file} />}
        </div>
      </Banner>
      {found && (
        <ConfirmDialog
          title={`Restore the backup of ${momentText(found.madeAt)}?`}
          isOpen={isAsking}
          isDanger
          onClose={() => setAsking(false)}
          onConfirm={() => void restore.run({ token: found.token })}
          confirmLabel="Restore it"
        >
          <div className={css.found}>
            <Compared token={found.token} inUse={file} />
            <p>{`It is checked first. ${STAYS}`}</p>
          </div>
        </ConfirmDialog>
      )}
      <ProgressDialog title="Restoring" isWorking={isRestoring} progress={restore.progress} onCancel={restore.cancel} />
    </>
  )
}

type Newest = ReturnType<typeof useNewestGood>

const offer = ({ found, message }: Newest): string => {
  if (message !== null) return message
  if (found === undefined) return 'Looking for its newest good backup.'
  if (found === null)
    return 'There is no good backup in its places: connect the disk of another place, or open a backup.'
  return `Its newest good backup is of ${momentText(found.madeAt)}.`
}

/** Undefined while it is looked for: every byte of the newest is read. */
function useNewestGood() {
  const { data: found, error } = useNewestGoodBackup()
  return { found, message: error?.message ?? null }
}
