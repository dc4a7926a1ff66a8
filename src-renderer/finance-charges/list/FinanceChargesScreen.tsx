import { useState } from 'react'
import { v7 as uuidV7 } from 'uuid'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { api } from '../../api/client.ts'
import { PostingScreen } from '../../entry/posting/PostingScreen.tsx'
import type { Started } from '../../entry/posting/PostingScreen.tsx'
import type { Place } from '../../keyboard/places.ts'
import { useConventions } from '../../ui/conventions.tsx'
import { blankRun, LAST_USED, lastUsedIn, runDraft } from './entry.ts'
import type { RunEntry } from './entry.ts'
import { RunDone } from './RunDone.tsx'
import type { ChargedDocument } from './RunDone.tsx'
import { RunForm } from './RunForm.tsx'

export type FinanceChargesPlace = Extract<Place, { screen: 'financeCharges' }>

/** Finance charges: interest and late fees on what is overdue, for all customers at once. */
export function FinanceChargesScreen({ place }: { readonly place: FinanceChargesPlace }) {
  const { workDate } = useConventions()
  const [charged, setCharged] = useState<readonly ChargedDocument[] | null>(null)
  if (charged !== null) return <RunDone documents={charged} />
  return (
    <PostingScreen title="Finance charges" start={() => startRun(place, workDate)}>
      {(started, setup) => <RunForm start={started} setup={setup} onPosted={setCharged} />}
    </PostingScreen>
  )
}

async function startRun({ draftUid }: FinanceChargesPlace, workDate: CalendarDate): Promise<Started<RunEntry>> {
  const commandUid = uuidV7()
  if (draftUid !== undefined) {
    return { entry: runDraft.read(await api.drafts.get({ uid: draftUid }), commandUid), isResumed: true }
  }
  const last = lastUsedIn(await api.preferences.get({ key: LAST_USED }))
  return { entry: blankRun(commandUid, workDate, last), isResumed: false }
}
