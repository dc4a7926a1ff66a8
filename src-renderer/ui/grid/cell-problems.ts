import { useMemo, useState } from 'react'
import { cellErrors } from './cell-errors.ts'
import type { CellError, PathErrors } from './cell-errors.ts'

export type CellProblems = {
  /** What editors refused and what the screen found, the editors' first. */
  readonly errors: readonly CellError[]
  readonly setProblem: (key: string, field: string, problem: string | null) => void
}

type Problem = { readonly key: string; readonly field: string; readonly text: string }

/** The errors of the rows: the screen's by path, and the editors' own, which stay with their row when it moves. */
export function useCellProblems<Row>(
  rows: readonly Row[],
  rowKey: (row: Row) => string,
  errors: PathErrors,
  path: string,
): CellProblems {
  const [own, setOwn] = useState<readonly Problem[]>([])

  const all = useMemo(() => {
    const found = cellErrors(errors, path)
    if (own.length === 0) return found
    const indexes = new Map(rows.map((row, index) => [rowKey(row), index]))
    const refused = own.flatMap(({ key, field, text }) => {
      const row = indexes.get(key)
      return row === undefined ? [] : [{ row, field, text }]
    })
    const isRefused = (error: CellError): boolean =>
      refused.some(({ row, field }) => row === error.row && field === error.field)
    return [...refused, ...found.filter((error) => !isRefused(error))].toSorted((a, b) => a.row - b.row)
  }, [errors, own, path, rowKey, rows])

  return {
    errors: all,
    setProblem: (key, field, text) =>
      setOwn((before) => {
        const others = before.filter((problem) => problem.key !== key || problem.field !== field)
        if (text === null) return others.length === before.length ? before : others
        return [...others, { key, field, text }]
      }),
  }
}
