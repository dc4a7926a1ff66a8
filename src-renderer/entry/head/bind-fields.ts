import type { FieldErrors } from '../field-errors.ts'

/** What a field takes that shows one value of an entry. */
export type Bound<Value> = {
  readonly name: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly error: string | undefined
}

/** Changes an entry from what it is by then, so that two changes at once both count. */
export type Update<Entry> = (change: (before: Entry) => Entry) => void

export type BindField<Entry> = <Name extends keyof Entry & string>(name: Name, path?: string) => Bound<Entry[Name]>

/**
 * Ties fields to an entry by name: what stands in it, how it is changed, and what is wrong with it.
 * The path of its errors is the name, unless another is given.
 */
export const bindFields =
  <Entry>(entry: Entry, update: Update<Entry>, errors: FieldErrors): BindField<Entry> =>
  (name, path = name) => ({
    name: path,
    value: entry[name],
    onChange: (value) => update((before) => ({ ...before, [name]: value })),
    error: errors[path],
  })
