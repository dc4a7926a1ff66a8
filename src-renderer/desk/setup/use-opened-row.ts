import { useState } from 'react'

export type OpenedRow<Row> = {
  readonly opened: Row | undefined
  /** Another one each time a row is opened, the same row too. */
  readonly openedKey: number
  readonly open: (row: Row) => void
  readonly close: () => void
}

/** Which row of a list stands in the form, as the list has it now. */
export function useOpenedRow<Row extends { readonly id: number }>(rows: readonly Row[]): OpenedRow<Row> {
  const [{ id: openedId, times }, setOpened] = useState<{ readonly id: number | null; readonly times: number }>({
    id: null,
    times: 0,
  })
  return {
    opened: rows.find(({ id }) => id === openedId),
    openedKey: times,
    open: ({ id }) => setOpened((before) => ({ id, times: before.times + 1 })),
    close: () => setOpened((before) => ({ ...before, id: null })),
  }
}
