import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ChangeEvent, FocusEvent } from 'react'
import { holdPendingField, releasePendingField } from '../../keyboard/pending-field.ts'
import type { CommitOutcome, PendingField } from '../../keyboard/pending-field.ts'

/** What a typed text means, or why it means nothing. */
export type Reading<Value> =
  { readonly ok: true; readonly value: Value | null } | { readonly ok: false; readonly problem: string }

export type TypedTextOptions<Value> = {
  readonly value: Value | null
  readonly onChange: (value: Value | null) => void
  /** The value as it stands in the field while nobody types. */
  readonly show: (value: Value) => string
  readonly read: (text: string) => Reading<Value>
  /** Told the problem whenever a text is refused, and null when one is understood. */
  readonly onProblem?: ((problem: string | null) => void) | undefined
  /** Hands each understood text on while it is typed, so that totals follow; not for partial dates. */
  readonly isLive: boolean
}

export type TypedText = {
  readonly text: string
  /** Why the text was not taken over. */
  readonly problem: string | null
  /** Nothing typed since the value came: keys may then mean more than characters. */
  readonly isUntouched: boolean
  readonly type: (text: string) => void
  /** Shows the value again, as after a key that set it. */
  readonly settle: () => void
  readonly commit: () => CommitOutcome
  readonly inputProps: {
    readonly value: string
    readonly 'data-untouched': '' | undefined
    readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void
    readonly onFocus: (event: FocusEvent<HTMLInputElement>) => void
    readonly onBlur: () => void
  }
}

type Draft = { readonly text: string; readonly problem: string | null }

/**
 * A field whose text is read into a value when it is left, on Enter, or when a key starts an action. A text that makes no
 * sense stays in the field with its problem and the value becomes null, so that nothing old is posted in its place.
 */
export function useTypedText<Value>(options: TypedTextOptions<Value>): TypedText {
  const [draft, setDraft] = useState<Draft | null>(null)

  function type(text: string): void {
    setDraft({ text, problem: null })
    if (!options.isLive) return
    const reading = options.read(text)
    if (reading.ok) options.onChange(reading.value)
  }

  function commit(): CommitOutcome {
    if (draft === null) return 'done'
    const reading = options.read(draft.text)
    setDraft(reading.ok ? null : { text: draft.text, problem: reading.problem })
    options.onChange(reading.ok ? reading.value : null)
    options.onProblem?.(reading.ok ? null : reading.problem)
    return reading.ok ? 'done' : 'refused'
  }

  function commitUnfinished(): CommitOutcome {
    const isRefused = draft !== null && !options.read(draft.text).ok
    return isRefused && options.isLive ? 'refused' : commit()
  }

  const pending = usePending(commit, commitUnfinished)
  const text = draft?.text ?? (options.value === null ? '' : options.show(options.value))
  const rememberInput = useSelectionWhileUntouched(draft === null, text)

  return {
    text,
    problem: draft?.problem ?? null,
    isUntouched: draft === null,
    type,
    settle: () => setDraft(null),
    commit,
    inputProps: {
      value: text,
      'data-untouched': draft === null ? '' : undefined,
      onChange: (event) => type(event.currentTarget.value),
      onFocus: (event) => {
        holdPendingField(pending)
        rememberInput(event.currentTarget)
      },
      onBlur: () => {
        releasePendingField(pending)
        commit()
      },
    },
  }
}

/**
 * Keeps the text of a focused field selected while nothing is typed, also when a key set its value (a date key, Space in a
 * payment, F5 in a line), so that typing replaces it. Returns what to call with the input when it gets the focus.
 */
export function useSelectionWhileUntouched(isUntouched: boolean, text: string): (input: HTMLInputElement) => void {
  const input = useRef<HTMLInputElement | null>(null)
  useLayoutEffect(() => {
    if (isUntouched && input.current !== null && input.current === document.activeElement) input.current.select()
  }, [isUntouched, text])
  return (focused) => {
    input.current = focused
    focused.select()
  }
}

/** A pending field that always calls the newest commit, and lets go when it is unmounted. */
export function usePending(commit: () => CommitOutcome, commitUnfinished = commit): PendingField {
  const newest = useRef({ commit, commitUnfinished })
  const [pending] = useState<PendingField>(() => ({
    commit: () => newest.current.commit(),
    commitUnfinished: () => newest.current.commitUnfinished(),
  }))
  useLayoutEffect(() => {
    newest.current = { commit, commitUnfinished }
  })
  useEffect(() => () => releasePendingField(pending), [pending])
  return pending
}
