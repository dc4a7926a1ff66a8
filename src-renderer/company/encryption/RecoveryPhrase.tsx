import { usePrintPage } from '../../print/use-print-page.ts'
import { useAction } from '../../keyboard/use-action.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import type { ShownPhrase } from './recovery-phrase-shown.ts'
import css from './encryption.module.css'

type RecoveryPhraseProps = ShownPhrase & { readonly onDone: () => void }

/** The sheet for the safe: what opens the company when its passphrase is forgotten or its key file is lost. */
export function RecoveryPhrase({ company, phrase, onDone }: RecoveryPhraseProps) {
  const print = usePrintPage({ title: `Recovery phrase of ${company}` })
  useAction('document.post', print)
  useAction('go.back', onDone)
  return (
    <Page
      title="Recovery phrase"
      sub={`Of ${company}, which is encrypted`}
      actions={
        <>
          <Button onPress={onDone} keyHint="Escape">
            It is in the safe
          </Button>
          <Button variant="primary" onPress={print} keyHint="F9" autoFocus>
            Print it
          </Button>
        </>
      }
    >
      <div data-print="hide">
        <Banner tone="warn">
          Print it, or write it down, and put it in the safe. Without the passphrase and without this phrase nobody can
          open the company or its backups, and neither can whoever makes Duebook.
        </Banner>
      </div>
      <Card padded>
        <p className={css.phrase} aria-label="Recovery phrase">
          {phrase.split('-').map((group, index) => (
            // The groups stand in their order, and two may be alike.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={index}>{group}</span>
          ))}
        </p>
        <p className={css.hint}>
          To open the company with it: open the company in Duebook, choose the recovery phrase in place of the
          passphrase, and type the nine groups. Small letters and spaces are as good.
        </p>
      </Card>
    </Page>
  )
}
