import type { ReactNode } from 'react'
import type { Warning } from '../../../src-shared/kit/warning.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useAction } from '../../keyboard/use-action.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { FigureBar } from '../../ui/FactLine.tsx'
import type { Fact } from '../../ui/FactLine.tsx'
import { Card } from '../../ui/Page.tsx'
import type { EntryDraft } from '../use-draft.ts'
import type { Form } from '../use-form.ts'
import { useSayDone } from '../use-say-done.ts'
import { EntryPage, useEntryPage } from './EntryPage.tsx'

export type PostingPageProps<Done> = {
  readonly title: string
  readonly sub: ReactNode
  readonly posting: Form<Done>
  readonly draft: EntryDraft
  readonly isResumed: boolean
  /** What was done, in words. */
  readonly describe: (done: Done) => string
  /** What it warned of. */
  readonly warningsOf?: (done: Done) => readonly Warning[]
  /** Begins the next entry of its kind; without it there is no "Post and next". */
  readonly onNext?: () => void
  /** Instead of going back after posting. */
  readonly onPosted?: (done: Done) => void
  /** The sums at the foot, beside the key that posts. */
  readonly figures: readonly Fact[]
  readonly children: ReactNode
}

/** The frame of an entry screen: F9 posts, Alt+F9 goes on to the next, Esc keeps a draft. */
export function PostingPage<Done>(props: PostingPageProps<Done>) {
  const { posting, draft, isResumed, onNext } = props
  const navigator = useNavigator()
  const sayDone = useSayDone()
  const page = useEntryPage({ form: posting, draft, isResumed })

  const postThen = (then: (done: Done) => void): Promise<void> =>
    page.sendThen((done) => {
      sayDone(props.describe(done), props.warningsOf?.(done))
      then(done)
    })
  const close = (): void => (navigator.depth > 0 ? navigator.back() : (onNext ?? navigator.back)())
  useAction('document.post', () => void postThen(props.onPosted ?? close))
  useAction('document.postAndNew', () => onNext !== undefined && void postThen(onNext), {
    enabled: onNext !== undefined,
  })

  const post = <ActionButton action="document.post" label={posting.isSending ? 'Posting' : 'Post'} variant="primary" />
  return (
    <EntryPage page={page} title={props.title} sub={isResumed ? 'Resumed from a draft' : props.sub} entersGrid>
      {props.children}
      <Card>
        <FigureBar figures={props.figures}>
          {onNext === undefined ? (
            post
          ) : (
            <>
              <ActionButton action="document.postAndNew" />
              {post}
            </>
          )}
        </FigureBar>
      </Card>
    </EntryPage>
  )
}
