import type { DraftKind } from '../../../src-shared/ledger/contract/drafts.ts'
import { useCommand, useLedgerQuery } from '../../api/queries.tsx'
import { usePlaces, type ContributedPlace } from '../../keyboard/define-place.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import type { Place } from '../../keyboard/places.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Page.tsx'
import css from './home.module.css'

/** Entries left unfinished, the latest first; one key takes each up again. */
export function Drafts() {
  const navigator = useNavigator()
  const places = usePlaces()
  const { data: drafts = [] } = useLedgerQuery('drafts.list', {})
  const discard = useCommand('drafts.discard')
  if (drafts.length === 0) return null
  return (
    <Card title="Not posted yet">
      <ul className={css.drafts}>
        {drafts.map((draft) => (
          <li key={draft.uid}>
            <span className={css.kind}>{placeOf(places, draft.kind).draft?.name}</span>
            <span className={css.title}>{draft.title}</span>
            <Button
              variant="quiet"
              onPress={() => void discard.run({ uid: draft.uid })}
              label={`Discard ${draft.title}`}
            >
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

const placeOf = (places: readonly ContributedPlace[], kind: DraftKind): ContributedPlace => {
  const place = places.find(({ draft }) => draft?.kind === kind)
  if (place === undefined) throw new Error(`no place takes up a draft of kind ${kind}`)
  return place
}

// A place that names drafts is shown with the uid of one.
const draftPlace = ({ screen }: ContributedPlace, draftUid: string): Place => ({ screen, draftUid }) as Place
