import type { Readable } from './connection.ts'
import { invariantFiles } from './sql-files.ts'

export interface InvariantResult {
  readonly name: string
  readonly title: string
  /** Rows that break the rule; none when it holds. */
  readonly violations: number
}

interface Invariant {
  readonly name: string
  readonly title: string
  /** Cheap enough to run each time a company is opened. */
  readonly fast: boolean
  readonly sql: string
}

let read: readonly Invariant[] | undefined

const invariants = (): readonly Invariant[] => (read ??= readInvariants())

/** The first line of each file is `-- Title`, the second `-- fast` or `-- thorough`. */
const readInvariants = (): readonly Invariant[] =>
  invariantFiles().map(({ name, sql }) => {
    const [title = '', cost = ''] = sql.split('\n')
    if (!title.startsWith('-- ') || !/^-- (fast|thorough)$/.test(cost))
      throw new Error(`invariant ${name} lacks its title or cost`)
    return { name, title: title.slice(3), fast: cost === '-- fast', sql }
  })

/** Runs each rule; `between` is called before each, to report progress or to stop by throwing. */
export const runInvariants = (
  db: Readable,
  which: 'fast' | 'all' = 'all',
  between: (done: number, total: number) => void = () => {},
): readonly InvariantResult[] => {
  const chosen = invariants().filter((invariant) => which === 'all' || invariant.fast)
  return chosen.map((invariant, index) => {
    between(index, chosen.length)
    return { name: invariant.name, title: invariant.title, violations: db.all(invariant.sql).length }
  })
}
