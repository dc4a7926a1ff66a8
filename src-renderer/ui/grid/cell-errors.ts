/** Texts by path, as `lines.2.quantity`. */
export type PathErrors = Readonly<Partial<Record<string, string>>>

export type CellError = { readonly row: number; readonly field: string; readonly text: string }

/** The errors that lie in this grid, in the order of the rows. A row's own error (`lines.2`) has the field ''. */
export function cellErrors(errors: PathErrors, path: string): readonly CellError[] {
  const prefix = `${path}.`
  return Object.entries(errors)
    .flatMap(([at, text]) => {
      if (text === undefined || !at.startsWith(prefix)) return []
      const [index = '', ...field] = at.slice(prefix.length).split('.')
      return /^\d+$/.test(index) ? [{ row: Number(index), field: field.join('.'), text }] : []
    })
    .toSorted((a, b) => a.row - b.row)
}
