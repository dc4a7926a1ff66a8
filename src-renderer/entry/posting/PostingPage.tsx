import { useRef } from 'react'
import type { ReactNode } from 'react'
import { enterGrid } from '../../keyboard/enter-grid.ts'
import { EntryForm } from '../../keyboard/EntryForm.tsx'
import { useErrorFocus } from '../../keyboard/focus-error.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useAction, useActions } from '../../keyboard/use-action.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { FigureBar } from '../../ui/FactLine.tsx'
import type { Fact } from '../../ui/FactLine.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { useDraft } from '../use-draft.ts'
import type { EntryDraft } from '../use-draft.ts'
import type { Posting } from './use-posting.ts'
import css from '../entry.module.css'

export type PostingPageProps<Done> = {
  readonly title: string
  readonly sub: ReactNode
  readonly posting: Posting<Done>
  readonly draft: EntryDraft
  readonly isResumed: boolean
  /** What was done, in words. */
  readonly describe: (done: Done) => string
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
  const { posting, onNext } = props
  const form = useRef<HTMLDivElement>(null)
  const navigator = useNavigator()
  const { say } = useNotices()
  const draft = useDraft(props.draft, {
    isResumed: props.isResumed,
    isPosting: posting.isPosting,
    onRefused: (text) => say(text, { tone: 'bad' }),
  })
  useErrorFocus(form, posting.attempt)

  async function postThen(then: (done: Done) => void): Promise<void> {
    const done = await posting.post()
    if (done === null) return
    draft.forget({ discard: true })
    say(props.describe(done), { tone: 'ok' })
    then(done)
  }

  const close = (): void => (navigator.depth > 0 ? navigator.back() : (onNext ?? navigator.back)())
  useAction('document.post', () => void postThen(props.onPosted ?? close))
  useAction('document.postAndNew', () => onNext !== undefined && void postThen(onNext), {
    enabled: onNext !== undefined,
  })
  useActions(
    {
      'go.back': () => {
        if (draft.keep()) say('What is typed is kept as a draft. Home lists it.')
        navigator.back()
      },
    },
    { enabled: navigator.depth > 0 },
  )

  return (
    <Page
      title={props.title}
      sub={props.isResumed ? 'Resumed from a draft' : props.sub}
      actions={<ActionButton action="go.back" variant="quiet" />}
    >
      <EntryForm ref={form} className={css.form ?? ''} onLastEnter={() => enterGrid(form.current)}>
        {posting.banner !== null && <Banner tone="bad">{posting.banner}</Banner>}
        {props.children}
        <Card>
          <FigureBar figures={props.figures}>
            {onNext === undefined ? (
              <ActionButton action="document.post" label={posting.isPosting ? 'Posting' : 'Post'} variant="primary" />
            ) : (
              <>
                <ActionButton action="document.postAndNew" />
                <ActionButton action="document.post" label={posting.isPosting ? 'Posting' : 'Post'} variant="primary" />
              </>
            )}
          </FigureBar>
        </Card>
      </EntryForm>
    </Page>
  )
}
