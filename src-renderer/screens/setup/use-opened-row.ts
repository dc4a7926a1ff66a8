import { useState } from 'react'

export type OpenedRow<Row> = {
  readonly opened: Row | undefined
  readonly open: (row: Row) => void
  readonly close: () => void
}

/** Which row of a list stands in the form, as the list has it now. */
export function useOpenedRow<Row extends { readonly id: number }>(rows: readonly Row[]): OpenedRow<Row> {
  const [openedId, setOpenedId] = useState<number | null>(null)
  return {
    opened: rows.find(({ id }) => id === openedId),
    open: ({ id }) => setOpenedId(id),
    close: () => setOpenedId(null),
  }
}
