import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { placeRefusal } from '../../entry/field-errors.ts'
import { useUnsavedForm } from '../../entry/unsaved-forms.tsx'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { useForm } from '../../entry/use-form.ts'

export type SetupForm<Entry extends object> = {
  readonly entry: Entry
  readonly change: (changes: Partial<Entry>) => void
  /** Begins with another entry, in its first field. */
  readonly replace: (entry: Entry) => void
  /** Shows another entry; the focus stays where it is. */
  readonly show: (entry: Entry) => void
  /** Goes up with each entry begun: the focus then goes to the first field. */
  readonly begun: number
  /** Something is typed that is not saved. */
  readonly isChanged: boolean
  readonly errors: FieldErrors
  /** A refusal that no field shows. */
  readonly banner: string | null
  readonly attempt: number
  readonly isSaving: boolean
  /** It goes on with what was typed before and not saved. */
  readonly isResumed: boolean
  /** Takes back what was typed and not saved. */
  readonly startAfresh: () => void
  readonly save: () => Promise<void>
}

export type SetupFormOptions<Entry extends object> = {
  readonly start: Entry
  /** The name under which an entry left unsaved is found again; null where it must not outlast its fields. */
  readonly keepAs: string | null
  /** The entry without what must not outlast its fields. */
  readonly keepable?: (entry: Entry) => Entry
  /** What keeps the entry from being saved, by field. */
  readonly check: (entry: Entry) => FieldErrors
  /** Saves an entry that `check` found nothing wrong with. Rejects with RefusedError. */
  readonly send: (entry: Entry) => Promise<void>
  /**
   * The refusal said both values of a record that was changed meanwhile. The entry as it may be saved again, which then
   * replaces the newer one.
   */
  readonly afterStale?: (entry: Entry) => Promise<Entry>
  /** The form's own path for a refused one; null when it shows no such field. */
  readonly fieldOf: (path: string, entry: Entry) => string | null
}

/** A small form: what is typed, what is wrong with it, and saving it. */
export function useSetupForm<Entry extends object>(options: SetupFormOptions<Entry>): SetupForm<Entry> {
  const unsaved = useUnsavedForm(options.keepAs, options.start)
  const [entry, setEntry] = useState(unsaved.found ?? options.start)
  const [isResumed, setIsResumed] = useState(unsaved.found !== undefined)
  const [begun, setBegun] = useState(0)
  const [isChanged, setIsChanged] = useState(unsaved.found !== undefined)
  const client = useQueryClient()
  const form = useForm<Entry, true>({
    entry,
    problems: options.check(entry),
    send: async () => {
      await options.send(entry)
      unsaved.forget()
      setIsResumed(false)
      setIsChanged(false)
      return true
    },
    place: (error, now) => placeRefusal(error, (path) => options.fieldOf(path, now)),
    // What is shown of the record is read again either way.
    afterStale: async () => {
      await client.invalidateQueries()
      const now = options.afterStale === undefined ? entry : await options.afterStale(entry)
      setEntry(now)
      return now
    },
  })

  function show(next: Entry): void {
    setEntry(next)
    form.startOver()
    unsaved.forget()
    setIsResumed(false)
    setIsChanged(false)
  }

  function replace(next: Entry): void {
    show(next)
    setBegun((count) => count + 1)
  }

  return {
    entry,
    change: (changes) => {
      setIsChanged(true)
      setEntry((before) => {
        const after = { ...before, ...changes }
        unsaved.keep(options.keepable?.(after) ?? after)
        return after
      })
    },
    replace,
    show,
    begun,
    isChanged,
    isResumed,
    startAfresh: () => replace(options.start),
    errors: form.errors,
    banner: form.banner,
    attempt: form.attempt,
    isSaving: form.isSending,
    save: async () => void (await form.send()),
  }
}

/** The fields of a form that shows exactly these. */
export const fieldsNamed =
  (...names: readonly string[]) =>
  (path: string): string | null =>
    names.includes(path) ? path : null

/** What every entry of a list has. */
export function checkCodeAndName(entry: { readonly code: string; readonly name: string }): Record<string, string> {
  const errors: Record<string, string> = {}
  if (entry.code.trim() === '') errors['code'] = 'Enter a short code.'
  if (entry.name.trim() === '') errors['name'] = 'Enter a name.'
  return errors
}
