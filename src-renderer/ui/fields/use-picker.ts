import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { plainCode } from '../../../src-shared/domain/text/look-alike.ts'
import { holdPendingField, releasePendingField } from '../../keyboard/pending-field.ts'
import type { CommitOutcome } from '../../keyboard/pending-field.ts'
import { choiceForText } from './picker-choice.ts'
import type { PickerChoice, PickerOption, PickerSearch } from './picker-choice.ts'
import { usePickerLookup } from './picker-search.ts'
import { usePending, useSelectionWhileUntouched } from './typed-text.ts'

export type PickerEntry = {
  readonly value: PickerOption | null
  readonly onChange: (option: PickerOption | null) => void
  readonly search: PickerSearch
  /** What is picked, in one word, for messages: customer, product. */
  readonly noun?: string
  readonly onProblem?: ((problem: string | null) => void) | undefined
  /** In a grid the arrows belong to the rows while the list is closed. */
  readonly arrowsOpen?: boolean
}

export type PickerState = {
  readonly text: string
  readonly problem: string | null
  readonly isUntouched: boolean
  readonly isOpen: boolean
  /** The options to show; null while nothing was looked up yet. */
  readonly options: readonly PickerOption[] | null
  readonly active: number
  readonly choose: (option: PickerOption) => void
  readonly type: (text: string) => void
  readonly onFocus: (input: HTMLInputElement) => void
  readonly onBlur: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
}

type ListState = { readonly isOpen: boolean; readonly moved: number | null }

const closed: ListState = { isOpen: false, moved: null }

/** The typing side of a picker: looks up while typing, and settles on an option when the field is left. */
export function usePicker(entry: PickerEntry): PickerState {
  const { value, onChange, noun = 'entry', onProblem, arrowsOpen = true } = entry
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [list, setList] = useState(closed)
  const { found, lookUp } = usePickerLookup(entry.search)
  const isCurrent = found !== null && found.text === (draft ?? '')
  const options = found?.options ?? null
  const active = list.moved ?? preferred(options ?? [], draft)

  function refuse(text: string | null): void {
    setProblem(text)
    onProblem?.(text)
  }

  function open(): void {
    setList({ isOpen: true, moved: null })
    void lookUp(draft ?? '').then((outcome) => {
      if (outcome.kind === 'failed') refuse(failure(outcome.message))
    })
  }

  function type(text: string): void {
    setDraft(text)
    setProblem(null)
    setList({ isOpen: text.trim() !== '', moved: null })
    void lookUp(text).then((outcome) => {
      if (outcome.kind === 'failed') refuse(failure(outcome.message))
    })
  }

  function choose(option: PickerOption): void {
    setDraft(null)
    refuse(null)
    setList(closed)
    onChange(option)
  }

  function settleOn(choice: PickerChoice): void {
    if (choice.kind === 'option') {
      choose(choice.option)
      return
    }
    refuse(choice.problem)
    onChange(null)
  }

  function commit(): CommitOutcome {
    setList(closed)
    if (draft === null) {
      const pointed = list.isOpen && list.moved !== null ? options?.[list.moved] : undefined
      if (pointed !== undefined) choose(pointed)
      return 'done'
    }
    if (draft.trim() === '') {
      setDraft(null)
      refuse(null)
      onChange(null)
      return 'done'
    }
    const shown = isCurrent && list.isOpen ? options?.[active] : undefined
    if (shown !== undefined) choose(shown)
    else if (isCurrent) settleOn(choiceForText(draft, options ?? [], noun))
    else {
      void lookUp(draft).then((outcome) => {
        if (outcome.kind === 'found') settleOn(choiceForText(draft, outcome.found.options, noun))
        else if (outcome.kind === 'failed') refuse(failure(outcome.message))
      })
      return 'later'
    }
    return shown !== undefined || choiceForText(draft, options ?? [], noun).kind === 'option' ? 'done' : 'refused'
  }

  const pending = usePending(commit)

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const wantsList = event.key === 'F4' || (event.key === 'ArrowDown' && arrowsOpen)
    if (!list.isOpen) {
      if (event.key === 'Enter') commit()
      if (wantsList && !event.currentTarget.readOnly) {
        event.preventDefault()
        open()
      }
      return
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      event.stopPropagation()
      const count = options?.length ?? 0
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (count > 0) setList({ isOpen: true, moved: (active + step + count) % count })
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      setList(closed)
    } else if (event.key === 'Enter') commit()
  }

  const text = draft ?? (value === null ? '' : shownText(value))
  const rememberInput = useSelectionWhileUntouched(draft === null, text)

  return {
    text,
    problem,
    isUntouched: draft === null,
    isOpen: list.isOpen,
    options,
    active,
    choose,
    type,
    onFocus: (input) => {
      holdPendingField(pending)
      rememberInput(input)
    },
    onBlur: () => {
      releasePendingField(pending)
      commit()
    },
    onKeyDown,
  }
}

/** The option that has exactly the typed code, or else the first. */
function preferred(options: readonly PickerOption[], draft: string | null): number {
  const typed = draft === null ? null : plainCode(draft).toLowerCase()
  return Math.max(
    0,
    options.findIndex((option) => option.code.toLowerCase() === typed),
  )
}

/** How a picked option stands in its field: the code, and after a gap the name. */
export function shownText({ code, name }: PickerOption): string {
  return code === '' ? name : `${code}   ${name}`
}

function failure(message: string): string {
  return `The list could not be looked up (${message}): try again.`
}
