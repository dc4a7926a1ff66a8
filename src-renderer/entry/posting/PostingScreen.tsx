import { useState } from 'react'
import type { ReactNode } from 'react'
import { Banner } from '../../ui/Banner.tsx'
import { Page } from '../../ui/Page.tsx'
import { useEntrySetup } from '../use-entry-setup.ts'
import type { EntrySetup } from '../use-entry-setup.ts'
import { useLoadedOnce } from '../use-loaded-once.ts'
import type { Drafted, Started } from './use-posting.ts'

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
