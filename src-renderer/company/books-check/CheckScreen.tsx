import type { BookCheck } from '../../../src-shared/company/contract/company.ts'
import { isSound } from '../../../src-shared/company/rules/sound-books.ts'
import { useActions } from '../../keyboard/use-action.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { useBookCheck } from './use-book-check.ts'
import { verdictText } from './verdict.ts'
import css from './check.module.css'

/** Every rule of the ledger against every row, and the chain of commands from its first. */
export function CheckScreen() {
  const { state, stop, again } = useBookCheck()
  const isChecking = state.kind === 'checking'
  useActions({ 'document.post': again }, { enabled: !isChecking })
  return (
    <Page
      title="Check the books"
      sub="Every rule of the ledger, held against every row of it."
      actions={
        <Button variant="primary" onPress={again} isDisabled={isChecking} keyHint="F9" autoFocus>
          Check again
        </Button>
      }
    >
      {state.kind === 'refused' && <Banner tone="bad">{state.message}</Banner>}
      {state.kind === 'stopped' && <Banner tone="warn">The check was stopped before its end.</Banner>}
      {state.kind === 'checked' && <Verdict check={state.check} />}
      <ProgressDialog
        title="Checking the books"
        isWorking={isChecking}
        progress={state.kind === 'checking' ? state.progress : null}
        onCancel={stop}
      />
    </Page>
  )
}

function Verdict({ check }: { readonly check: BookCheck }) {
  const { rules, chain } = check
  return (
    <>
      <Banner tone={isSound(check) ? 'ok' : 'bad'}>{verdictText(check)}</Banner>
      <Card title="Rules">
        <ul className={css.rules}>
          {rules.map(({ title, violations }) => (
            <li key={title}>
              <span>{title}</span>
              {violations === 0 ? (
                <Pill tone="ok">holds</Pill>
              ) : (
                <Pill tone="bad">{violations === 1 ? 'one row breaks it' : `${violations} rows break it`}</Pill>
              )}
            </li>
          ))}
          <li>
            <span>
              Each of {chain.commands.toLocaleString('en-US')} commands is as it was when it was posted; head{' '}
              {chain.head}
            </span>
            {chain.intact ? <Pill tone="ok">holds</Pill> : <Pill tone="bad">broken at command {chain.brokenAt}</Pill>}
          </li>
        </ul>
      </Card>
    </>
  )
}
