/** What happened to the rows of an entry grid, beside the rows themselves. */
export type EntryChange =
  | { readonly kind: 'cell'; readonly index: number; readonly column: string }
  | { readonly kind: 'copy'; readonly index: number }
  | { readonly kind: 'add'; readonly index: number }
  | { readonly kind: 'delete'; readonly index: number }
  | { readonly kind: 'move'; readonly index: number; readonly to: number }

export function withRow<Row>(rows: readonly Row[], index: number, row: Row): readonly Row[] {
  return rows.with(index, row)
}

export function withNewRow<Row>(rows: readonly Row[], index: number, row: Row): readonly Row[] {
  return rows.toSpliced(index, 0, row)
}

/** The rows without one. An entry always keeps a line to type in, so the last one makes room for `blank`. */
export function withoutRow<Row>(rows: readonly Row[], index: number, blank: () => Row): readonly Row[] {
  return rows.length === 1 ? [blank()] : rows.toSpliced(index, 1)
}

/** The rows with two neighbours swapped; as they were when there is no such neighbour. */
export function withMovedRow<Row>(rows: readonly Row[], index: number, to: number): readonly Row[] {
  const row = rows[index]
  const other = rows[to]
  if (row === undefined || other === undefined) return rows
  return rows.with(index, other).with(to, row)
}
