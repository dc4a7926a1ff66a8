import { v7 as uuidV7 } from 'uuid'
import { api } from '../../api/client.ts'
import { PostingScreen } from '../../entry/posting/PostingScreen.tsx'
import type { Started } from '../../entry/posting/PostingScreen.tsx'
import type { Place } from '../../keyboard/places.ts'
import { blankOpening, openingOfDraft } from './entry.ts'
import type { OpeningEntry } from './entry.ts'
import { OpeningForm } from './OpeningForm.tsx'

export type OpeningPlace = Extract<Place, { screen: 'openingBalances' }>

/** Opening balances: what was open in the old books, all in one posting. */
export function OpeningBalancesScreen({ place }: { readonly place: OpeningPlace }) {
  return (
    <PostingScreen title="Opening balances" start={() => startOpening(place)}>
      {(started, setup) => <OpeningForm start={started} setup={setup} />}
    </PostingScreen>
  )
}

async function startOpening({ draftUid }: OpeningPlace): Promise<Started<OpeningEntry>> {
  const { baseCurrency } = await api.company.profile({})
  const commandUid = uuidV7()
  if (draftUid === undefined) return { entry: blankOpening(commandUid, baseCurrency), isResumed: false }
  return { entry: openingOfDraft(await api.drafts.get({ uid: draftUid }), commandUid, baseCurrency), isResumed: true }
}
