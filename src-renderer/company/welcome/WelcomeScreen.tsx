import { useState } from 'react'
import { askIfEncrypted } from '../../api/events.ts'
import { useCommand } from '../../api/queries.tsx'
import { useActions } from '../../keyboard/use-action.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { BackupList } from '../backups/BackupList.tsx'
import { NewCompanyForm } from './NewCompanyForm.tsx'
import { RecentCompanies } from './RecentCompanies.tsx'
import css from './welcome.module.css'

/** Where to start: a company of one's own, one opened before, or the sample to look around in. */
export function WelcomeScreen() {
  const [creating, setCreating] = useState(false)
  const [backupsOf, showBackupsOf] = useState<string | null>(null)
  const open = useCommand('company.open')
  const sample = useCommand('company.openSample')
  useActions({
    'company.new': () => setCreating(true),
    'company.open': () => void open.run({}).catch(askIfEncrypted),
    'company.sample': () => void sample.run({}).catch(askIfEncrypted),
  })
  useActions({ 'go.back': () => setCreating(false) }, { enabled: creating })
  useActions({ 'go.back': () => showBackupsOf(null) }, { enabled: backupsOf !== null })
  const refused = [open.error, sample.error].find(
    (error) => error !== null && error.code !== 'cancelled' && error.code !== 'passphrase_needed',
  )
  if (backupsOf !== null) return <BackupsOf token={backupsOf} onBack={() => showBackupsOf(null)} />
  return (
    <main className={css.page}>
      <header className={css.head}>
        <h1 tabIndex={-1} data-page-heading="">
          Duebook
        </h1>
        <p>The receivables ledger that works where you do: at your desk, by keyboard, without a network.</p>
      </header>
      {refused && <Banner tone="bad">{refused.message}</Banner>}
      {creating ? (
        <NewCompanyForm onBack={() => setCreating(false)} />
      ) : (
        <div className={css.columns}>
          <section className={css.start} aria-label="Start">
            <h2>Start</h2>
            <ActionButton action="company.new" variant="primary" label="Create a company" />
            <ActionButton action="company.open" label="Open a company" />
            <ActionButton action="company.sample" label="Try the sample company" />
            <p className={css.hint}>The sample has sixty customers and two years of history. Nothing in it is real.</p>
          </section>
          <RecentCompanies
            onOpen={(token) => void open.run({ token }).catch(askIfEncrypted)}
            onBackups={showBackupsOf}
          />
        </div>
      )}
      <ProgressDialog
        title="Bringing the company up to date"
        isWorking={open.isPending && open.progress !== null}
        progress={open.progress && { ...open.progress, text: 'Takes a minute in a large book' }}
      />
      <ProgressDialog
        title="Making the sample company"
        isWorking={sample.isPending}
        isWaiting={sample.progress === null}
        progress={sample.progress}
        onCancel={sample.cancel}
      />
    </main>
  )
}

/** The backups of a company that is not open: it may be damaged, or not good any more. */
function BackupsOf({ token, onBack }: { readonly token: string; readonly onBack: () => void }) {
  return (
    <Page
      title="Backups and restore"
      actions={
        <Button onPress={onBack} keyHint="Escape">
          Back
        </Button>
      }
    >
      <BackupList token={token} />
    </Page>
  )
}
