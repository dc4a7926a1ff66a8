/** What is wrong, by the field's path: `amount`, `lines.2.quantity`. Said beside that field. */
export type FieldErrors = Readonly<Record<string, string>>

export const NO_ERRORS: FieldErrors = {}

/** A refusal as a screen needs it. */
export type EntryRefusal = { readonly path: string; readonly message: string }

/** Where a refusal is said: beside the field it names when the screen has it, else in a banner. */
export type PlacedRefusal = { readonly errors: FieldErrors; readonly banner: string | null }

/**
 * @param fieldOf the screen's own path for the refused one; null when it shows no such field
 */
export function placeRefusal(refusal: EntryRefusal, fieldOf: (path: string) => string | null): PlacedRefusal {
  const field = refusal.path === '' ? null : fieldOf(refusal.path)
  return field === null
    ? { errors: NO_ERRORS, banner: refusal.message }
    : { errors: { [field]: refusal.message }, banner: null }
}

/** The same for a form whose places do not hang on what is typed. */
export const placedBy =
  (fieldOf: (path: string) => string | null) =>
  (refusal: EntryRefusal): PlacedRefusal =>
    placeRefusal(refusal, fieldOf)

/** Of the errors found when posting was tried, those that still hold, in their newest words. */
export const stillWrong = (found: FieldErrors, now: FieldErrors): FieldErrors =>
  Object.fromEntries(Object.entries(now).filter(([path]) => path in found))
