import { usePrintPage } from '../../print/use-print-page.ts'
import { useAction } from '../../keyboard/use-action.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import type { ShownPhrase } from './recovery-phrase-shown.ts'
import css from './encryption.module.css'

type RecoveryPhraseProps = ShownPhrase & { readonly onDone: () => void }

const words = {
  open: {
    of: (company: string) => `Of ${company}, which is encrypted`,
    warning:
      'Print it, or write it down, and put it in the safe. Without the passphrase and without this phrase nobody can open the company or its backups, and neither can whoever makes Duebook.',
    how: 'To open the company with it: open the company in Duebook, choose the recovery phrase in place of the passphrase, and type the nine groups. It also sets the PIN of an owner or supervisor anew: choose Forgotten PIN where you sign in. Small letters and spaces are as good.',
  },
  pin: {
    of: (company: string) => `Of ${company}`,
    warning:
      'Print it, or write it down, and put it in the safe: it is not shown again. Whoever has it can sign in as an owner. A sheet that was printed before is worth nothing any more.',
    how: 'To set the PIN of an owner or supervisor anew: where you sign in, choose the name, then Forgotten PIN, and type the nine groups. Small letters and spaces are as good.',
  },
} as const

/** The sheet for the safe: what helps when a passphrase or a PIN is forgotten, or a key file is lost. */
export function RecoveryPhrase({ company, phrase, use, onDone }: RecoveryPhraseProps) {
  const print = usePrintPage({ title: `Recovery phrase of ${company}` })
  useAction('document.post', print)
  useAction('go.back', onDone)
  return (
    <Page
      title="Recovery phrase"
      sub={words[use].of(company)}
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
        <Banner tone="warn">{words[use].warning}</Banner>
      </div>
      <Card padded>
        <p className={css.phrase} aria-label="Recovery phrase">
          {phrase.split('-').map((group, index) => (
            // The groups stand in their order, and two may be alike.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={index}>{group}</span>
          ))}
        </p>
        <p className={css.hint}>{words[use].how}</p>
      </Card>
    </Page>
  )
}
