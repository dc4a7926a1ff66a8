import { useCommand } from '../../api/queries.tsx'
import { leaveRefused } from '../../api/refused-error.ts'
import { describeRefusal } from '../../../src-shared/refusals.ts'
import { Banner } from '../../ui/Banner.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { BackupPlaces } from './BackupPlaces.tsx'
import { useBackupState } from './use-backups.ts'

export type BackUpDialogProps = {
  readonly onClose: () => void
  readonly onMade: (file: string) => void
}

/** Asks where: Enter backs up to the places that are shown. Afterwards it says the path, and opens the folder when asked. */
export function BackUpDialog({ onClose, onMade }: BackUpDialogProps) {
  const { data: state } = useBackupState()
  const backUp = useCommand('company.backUp')
  const open = useCommand('backups.openFolder')
  const { say } = useNotices()
  const run = async (): Promise<void> => {
    try {
      const { file, secondRefused } = await backUp.run({})
      const folder = state?.places[0]?.folder ?? ''
      onMade(file)
      onClose()
      say(`Backed up to ${file} in ${folder}.`, {
        tone: 'ok',
        action: { label: 'Open the folder', run: () => void open.run({ which: 'first' }).catch(leaveRefused) },
      })
      if (secondRefused !== null) say(`The second place: ${describeRefusal(secondRefused)}`, { tone: 'bad' })
    } catch (error) {
      leaveRefused(error)
    }
  }
  const isPlaceAskedFirst = state?.places[0]?.isDefault === true
  return (
    <>
      <FormDialog
        title="Back up now"
        lead={
          isPlaceAskedFirst
            ? 'Choose a folder, a USB stick or a network share: a backup on the same disk is lost with it.'
            : 'A checked copy goes to each place.'
        }
        submitLabel="Back up"
        canSubmit={state !== undefined && !backUp.isPending}
        onSubmit={() => void run()}
        focusesSubmit
        onClose={onClose}
        width={760}
      >
        {backUp.error && backUp.error.code !== 'cancelled' && <Banner tone="bad">{backUp.error.message}</Banner>}
        <BackupPlaces hasCompany={false} />
      </FormDialog>
      <ProgressDialog
        title="Backing up"
        isWorking={backUp.isPending}
        progress={backUp.progress}
        onCancel={backUp.cancel}
      />
    </>
  )
}
