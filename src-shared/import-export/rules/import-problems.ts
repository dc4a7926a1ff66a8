import type { RowProblem } from './import-row.ts'

/** The dry run's list stops growing here; the count goes on. */
export const IMPORT_PROBLEMS_MAX = 1000
const RANGES_MAX = 50

/** What an import asks when a code or number of the file looks like another one. */
export type LookAlikeQuestion = 'customers' | 'numbers'

/** A run of lines of the file, both ends included. */
export type LineRange = { readonly from: number; readonly to: number }

/** One problem and every row that has it. */
export type ProblemGroup = RowProblem & {
  readonly question: LookAlikeQuestion | null
  /** Rows that have it. */
  readonly count: number
  /** Their lines, the first 50 runs of them; `value` and `problem` are of the first row. */
  readonly lines: readonly LineRange[]
}

type Growing = RowProblem & { readonly question: LookAlikeQuestion | null; count: number; readonly lines: LineRange[] }

/** Collects the problems of rows: thousands of rows with one fault are one problem. */
export class ImportProblems {
  count = 0
  readonly #groups = new Map<string, Growing>()

  add(line: number, problem: RowProblem, question: LookAlikeQuestion | null = null): void {
    this.count += 1
    const key = `${problem.field ?? ''}|${question ?? sortOf(problem)}`
    const group = this.#groups.get(key)
    if (group === undefined) {
      if (this.#groups.size >= IMPORT_PROBLEMS_MAX) return
      this.#groups.set(key, { ...problem, question, count: 1, lines: [{ from: line, to: line }] })
      return
    }
    group.count += 1
    addLine(group.lines, line)
  }

  get groups(): readonly ProblemGroup[] {
    return [...this.#groups.values()].toSorted((a, b) => b.count - a.count)
  }
}

/** Rows are added in the order of the file; blank lines between them do not break a run of rows. */
function addLine(lines: LineRange[], line: number): void {
  const last = lines.at(-1)
  if (last !== undefined && line <= last.to + 1)
    lines[lines.length - 1] = { from: last.from, to: Math.max(last.to, line) }
  else if (lines.length < RANGES_MAX) lines.push({ from: line, to: line })
}

/** The problem without what is this row's own: its value, what is quoted, numbers and dates. */
const sortOf = ({ value, problem }: RowProblem): string =>
  (value === '' ? problem : problem.replaceAll(value, '…')).replace(/"[^"]*"/g, '…').replace(/[\d.,-]*\d/g, '…')

/** "2-4, 9" */
export const linesText = (lines: readonly LineRange[]): string =>
  lines.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(', ')
