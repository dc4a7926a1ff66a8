import { useActions, useRunAction } from '../../keyboard/use-action.ts'
import { Button } from '../../ui/Button.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { BackupList } from './BackupList.tsx'
import { BackupPlaces } from './BackupPlaces.tsx'

/** Where the company and its backups lie, and the way back to any of them. */
export function BackupsScreen() {
  const run = useRunAction()
  const backUp = (): void => void run('backup.now')
  useActions({ 'document.post': backUp })
  return (
    <Page
      title="Backups"
      sub="Made when a changed company is closed and once a day; kept by day, week and month."
      actions={
        <Button variant="primary" onPress={backUp} keyHint="F9">
          Back up now
        </Button>
      }
    >
      <Card title="Where they lie">
        <BackupPlaces />
      </Card>
      <BackupList token={null} />
    </Page>
  )
}
