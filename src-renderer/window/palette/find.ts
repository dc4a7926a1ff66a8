/** Something found by name, number or amount. */
export type Found = {
  /** Unique within its finder. */
  readonly key: string
  readonly title: string
  /** Said first and small: an account code, a document number. */
  readonly code?: string
  readonly detail?: string
  /** At the end of its line: an amount or a balance. */
  readonly trailing?: string
  /** What sets it apart: archived, void. Empty for nothing. */
  readonly mark?: string
  readonly open: () => void
}

/** What was found of one kind: customers, documents. */
export type FoundGroup = {
  readonly id: string
  readonly title: string
  /** At most a handful, best first. */
  readonly found: readonly Found[]
}

export type FoundGroups = {
  readonly groups: readonly FoundGroup[]
  /** What else is to be known of it; may be empty. */
  readonly note: string
}

/** Finds what a text names. Called at each key. */
export type Find = (text: string) => Promise<FoundGroups>

/** The groups in their order, but first those that hold what is typed by its very code: an invoice before its customer. */
export function namedFirst<Group extends { readonly found: readonly Found[] }>(
  groups: readonly Group[],
  text: string,
): readonly Group[] {
  const typed = text.trim().toUpperCase()
  const isNamed = ({ found }: Group): boolean => found.some(({ code }) => code?.toUpperCase() === typed)
  return [...groups.filter(isNamed), ...groups.filter((group) => !isNamed(group))]
}
