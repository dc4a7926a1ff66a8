import type { InputOf } from '../../../src-shared/contract.ts'
import type { Draft, DraftKind } from '../../../src-shared/ledger/contract/drafts.ts'
import { api, RefusedError } from '../../api/client.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { usePlaces, type ContributedPlace } from '../../keyboard/define-place.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import type { Place } from '../../keyboard/places.ts'
import { Button } from '../../ui/Button.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { Card } from '../../ui/Page.tsx'
import css from './home.module.css'

/** Entries left unfinished, the latest first; one key takes each up again. */
export function Drafts() {
  const navigator = useNavigator()
  const places = usePlaces()
  const { data: drafts = [] } = useLedgerQuery('drafts.list', {})
  const discard = useDiscard()
  if (drafts.length === 0) return null
  return (
    <Card title="Not posted yet">
      <ul className={css.drafts}>
        {drafts.map((draft) => (
          <li key={draft.uid}>
            <span className={css.kind}>{placeOf(places, draft.kind).draft?.name}</span>
            <span className={css.title}>{draft.title}</span>
            <Button variant="quiet" onPress={() => void discard(draft)} label={`Discard ${draft.title}`}>
              Discard
            </Button>
            <Button
              onPress={() => navigator.go(draftPlace(placeOf(places, draft.kind), draft.uid))}
              label={`Go on with ${draft.title}`}
            >
              Go on
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Takes a draft away, and puts it back as it was as long as the notice of that shows. */
function useDiscard(): (draft: Pick<Draft, 'uid' | 'title'>) => Promise<void> {
  const { say } = useNotices()
  const saySorry = (error: unknown): void => {
    if (!(error instanceof RefusedError)) throw error
    say(error.message, { tone: 'bad' })
  }
  return async ({ uid, title }) => {
    try {
      const { updatedAt: _, body, ...draft } = await api.drafts.get({ uid })
      await api.drafts.discard({ uid })
      const putBack = (): void => void api.drafts.save({ ...draft, body: body as Body }).catch(saySorry)
      say(`${title} is discarded.`, { action: { label: 'Undo', run: putBack } })
    } catch (error) {
      saySorry(error)
    }
  }
}

type Body = InputOf<'drafts.save'>['body']

const placeOf = (places: readonly ContributedPlace[], kind: DraftKind): ContributedPlace => {
  const place = places.find(({ draft }) => draft?.kind === kind)
  if (place === undefined) throw new Error(`no place takes up a draft of kind ${kind}`)
  return place
}

// A place that names drafts is shown with the uid of one.
const draftPlace = ({ screen }: ContributedPlace, draftUid: string): Place => ({ screen, draftUid }) as Place
