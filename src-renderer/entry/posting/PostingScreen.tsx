import { createElement, useState } from 'react'
import type { FunctionComponent, ReactNode } from 'react'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { useConventions } from '../../ui/conventions.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Page } from '../../ui/Page.tsx'
import type { Drafted } from '../draft-schema.ts'
import { useEntrySetup } from '../use-entry-setup.ts'
import type { EntrySetup } from '../use-entry-setup.ts'
import { useLoadedOnce } from '../use-loaded-once.ts'

/** An entry to begin with, new or resumed from a draft. */
export type Started<Entry> = { readonly entry: Entry; readonly isResumed: boolean }

export type PostingScreenProps<Entry extends Drafted> = {
  readonly title: string
  /** What the screen opens with. Rejects when what its place names is gone. */
  readonly start: () => Promise<Started<Entry>>
  /** `onNext` begins another entry after this one. */
  readonly children: (started: Started<Entry>, setup: EntrySetup, onNext: (entry: Entry) => void) => ReactNode
}

/** An entry screen once what it needs is read; each entry has a form of its own. */
export function PostingScreen<Entry extends Drafted>({ title, start, children }: PostingScreenProps<Entry>) {
  const { setup, error } = useEntrySetup()
  const first = useLoadedOnce(start)
  const [next, setNext] = useState<Started<Entry> | null>(null)
  const refused = first.state === 'refused' ? first.message : error?.message
  const started = next ?? (first.state === 'loaded' ? first.value : null)
  if (setup === null || started === null) {
    return <Page title={title}>{refused !== undefined && <Banner tone="bad">{refused}</Banner>}</Page>
  }
  return (
    <div key={started.entry.draftUid} style={{ display: 'contents' }}>
      {children(started, setup, (entry) => setNext({ entry, isResumed: false }))}
    </div>
  )
}

/** What the form of an entry is given. */
export type PostingFormProps<Entry> = {
  readonly start: Started<Entry>
  readonly setup: EntrySetup
  /** Begins the next of its kind. */
  readonly onNext: (before: Entry) => void
}

type PostingScreenOptions<Place, Entry> = {
  readonly title: string
  readonly start: (place: Place, workDate: CalendarDate) => Promise<Started<Entry>>
  readonly next: (before: Entry, workDate: CalendarDate) => Entry
  readonly form: FunctionComponent<PostingFormProps<Entry>>
}

/** The screen of one kind of entry, one after the other. */
export const postingScreen = <Place, Entry extends Drafted>({
  title,
  start,
  next,
  form,
}: PostingScreenOptions<Place, Entry>): FunctionComponent<{ readonly place: Place }> =>
  function EntryScreen({ place }) {
    const { workDate } = useConventions()
    return (
      <PostingScreen title={title} start={() => start(place, workDate)}>
        {(started, setup, onNext) =>
          createElement(form, { start: started, setup, onNext: (before) => onNext(next(before, workDate)) })
        }
      </PostingScreen>
    )
  }
