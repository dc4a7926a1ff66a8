import type { Draft } from '../../../src-shared/contract/drafts.ts'
import { useCommand, useLedgerQuery } from '../../api/queries.tsx'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Page.tsx'
import css from './home.module.css'

const kindName = { invoice: 'Invoice', receipt: 'Payment' } as const

/** Entries left unfinished, the latest first; one key takes each up again. */
export function Drafts() {
  const navigator = useNavigator()
  const { data: drafts = [] } = useLedgerQuery('drafts.list', {})
  const discard = useCommand('drafts.discard')
  if (drafts.length === 0) return null
  const resume = (draft: Draft): void =>
    navigator.go(
      draft.kind === 'invoice'
        ? { screen: 'invoice', draftUid: draft.uid }
        : { screen: 'receivePayment', draftUid: draft.uid },
    )
  return (
    <Card title="Not posted yet">
      <ul className={css.drafts}>
        {drafts.map((draft) => (
          <li key={draft.uid}>
            <span className={css.kind}>{kindName[draft.kind]}</span>
            <span className={css.title}>{draft.title}</span>
            <Button
              variant="quiet"
              onPress={() => void discard.run({ uid: draft.uid })}
              label={`Discard ${draft.title}`}
            >
              Discard
            </Button>
            <Button onPress={() => resume(draft)} label={`Go on with ${draft.title}`}>
              Go on
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
