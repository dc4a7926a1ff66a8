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
  readonly open: () => void
}

/** A source of things to find: customers, documents. Finders are given to the palette in the order of their groups. */
export type Finder = {
  readonly id: string
  /** The group's title. */
  readonly title: string
  /** At most a handful, best first. Called at each key; rejects or returns anything once aborted. */
  readonly search: (text: string, signal: AbortSignal) => Promise<readonly Found[]>
}

/** The groups in their order, but first those that hold what is typed by its very code: an invoice before its customer. */
export function namedFirst<Group extends { readonly found: readonly Found[] }>(
  groups: readonly Group[],
  text: string,
): readonly Group[] {
  const typed = text.trim().toUpperCase()
  const isNamed = ({ found }: Group): boolean => found.some(({ code }) => code?.toUpperCase() === typed)
  return [...groups.filter(isNamed), ...groups.filter((group) => !isNamed(group))]
}
