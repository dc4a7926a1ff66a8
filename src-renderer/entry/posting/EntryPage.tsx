import { useRef } from 'react'
import type { ReactNode, RefObject } from 'react'
import { EntryForm } from '../../keyboard/EntryForm.tsx'
import { useErrorFocus } from '../../keyboard/focus-error.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useAction } from '../../keyboard/use-action.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { Page } from '../../ui/Page.tsx'
import { useDraft } from '../use-draft.ts'
import type { EntryDraft } from '../use-draft.ts'
import type { Form } from '../use-form.ts'
import css from '../entry.module.css'

export type EntryPageOptions<Done> = {
  readonly form: Pick<Form<Done>, 'attempt' | 'banner' | 'isSending' | 'send'>
  readonly draft: EntryDraft
  readonly isResumed: boolean
  /** What is left behind when the screen is left: "The invoice". */
  readonly noun?: string
}

export type EntryPageState<Done> = {
  readonly root: RefObject<HTMLDivElement | null>
  readonly banner: string | null
  /** Sends the entry, and goes on once it is done. */
  readonly sendThen: (then: (done: Done) => void) => Promise<void>
  /** The entry is given up: no draft of it stays. */
  readonly giveUp: () => void
}

/** An entry on a page of its own: kept as a draft until it is sent; Esc leaves it, and an error takes the focus. */
export function useEntryPage<Done>(options: EntryPageOptions<Done>): EntryPageState<Done> {
  const { form, noun = 'What is typed' } = options
  const root = useRef<HTMLDivElement>(null)
  const navigator = useNavigator()
  const { say } = useNotices()
  const draft = useDraft(options.draft, {
    isResumed: options.isResumed,
    isPosting: form.isSending,
    onRefused: (text) => say(text, { tone: 'bad' }),
  })
  useErrorFocus(root, form.attempt)
  useAction(
    'go.back',
    () => {
      if (draft.keep()) say(`${noun} is kept as a draft. Home lists it.`)
      navigator.back()
    },
    { enabled: navigator.depth > 0 },
  )
  return {
    root,
    banner: form.banner,
    sendThen: async (then) => {
      const done = await form.send()
      if (done === null) return
      // The command has taken its draft away.
      draft.forget({ discard: false })
      then(done)
    },
    giveUp: () => draft.forget({ discard: true }),
  }
}

export type EntryPageProps = {
  readonly page: Pick<EntryPageState<never>, 'root' | 'banner'>
  readonly title: string
  readonly sub?: ReactNode
  /** Before the key that goes back. */
  readonly actions?: ReactNode
  /** Enter on the last field of the head leads into the rows. */
  readonly entersGrid?: boolean
  readonly children: ReactNode
}

/** The frame of an entry: its title, a refusal that no field shows, and its fields. */
export function EntryPage({ page, title, sub, actions, entersGrid = false, children }: EntryPageProps) {
  const { root, banner } = page
  return (
    <Page
      title={title}
      sub={sub}
      actions={
        <>
          {actions}
          <ActionButton action="go.back" variant="quiet" />
        </>
      }
    >
      <EntryForm
        ref={root}
        className={css.form ?? ''}
        {...(entersGrid ? { onLastEnter: () => enterGrid(root.current) } : {})}
      >
        {banner !== null && <Banner tone="bad">{banner}</Banner>}
        {children}
      </EntryForm>
    </Page>
  )
}

const FIRST_CELL = '[data-cell-editor] :is(input, select), [role="grid"][tabindex]'

/**
 * Enter on the last field of a form's head leads to its grid, as Tab does. Rows that are still being read take the focus
 * as they come up, unless the clerk has gone elsewhere by then.
 */
export function enterGrid(form: HTMLElement | null): void {
  if (form === null || focusFirstCell(form)) return
  const left = document.activeElement
  const observer = new MutationObserver(() => {
    if (document.activeElement !== left || focusFirstCell(form)) observer.disconnect()
  })
  observer.observe(form, { childList: true, subtree: true })
}

function focusFirstCell(form: HTMLElement): boolean {
  const cell = form.querySelector<HTMLElement>(FIRST_CELL)
  cell?.focus()
  return cell !== null
}
