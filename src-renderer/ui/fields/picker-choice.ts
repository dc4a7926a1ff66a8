import { plainCode } from '../../../src-shared/domain/text/look-alike.ts'

/** A customer or product to pick. */
export type PickerOption = {
  /** Identifies it: its uid. */
  readonly key: string
  readonly code: string
  readonly name: string
  /** Said at the end of its line: a balance, a town. */
  readonly detail?: string
}

/** What is in memory is answered at once, so that a key which follows the last letter finds it. */
export type PickerSearch = (
  text: string,
  signal: AbortSignal,
) => Promise<readonly PickerOption[]> | readonly PickerOption[]

export type PickerChoice =
  { readonly kind: 'option'; readonly option: PickerOption } | { readonly kind: 'problem'; readonly problem: string }

/**
 * The option that a text means when its field is left before the list was seen: the one with exactly this code, or the only
 * one found. Anything else is asked again rather than guessed.
 */
export function choiceForText(text: string, options: readonly PickerOption[], noun: string): PickerChoice {
  const typed = plainCode(text).toLowerCase()
  const exact = options.find((option) => option.code.toLowerCase() === typed)
  const only = options.length === 1 ? options[0] : undefined
  const option = exact ?? only
  if (option !== undefined) return { kind: 'option', option }
  const problem =
    options.length === 0
      ? `No ${noun} matches "${text.trim()}": type a code or any word of the name.`
      : `Several ${noun}s match "${text.trim()}": type more, or press Down to choose.`
  return { kind: 'problem', problem }
}
