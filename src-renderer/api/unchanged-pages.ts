/** The key of the last row before a page. */
export type PageKey = readonly [string, number | string] | number
export interface LedgerPage<Row> {
  readonly rows: readonly Row[]
  readonly next: PageKey | null
}

/** Which rows of a list that was read may be others by now. */
export interface ChangedRows<Row> {
  /** After a command; null when nothing was read yet. Null ids: any row. `through` is the last command by now. */
  readonly since: (
    after: number | null,
  ) => Promise<{ readonly through: number; readonly ids: readonly number[] | null }>
  readonly idOf: (row: Row) => number
}

/** A page, and the last command before it was read; null where that does not matter. */
export type PageRead<Row> = LedgerPage<Row> & { readonly through: number | null }

/** The pages of a list as they were read, each from the key beside it. */
export interface PagesRead<Row> {
  readonly pages: readonly PageRead<Row>[]
  readonly pageParams: readonly (PageKey | null)[]
}

/**
 * Reads a page of a list, unless it was read before and no command has changed a row of it since. A list is read from its first page
 * on: at the beginning, and again after a command. Where reading was cut short, the pages keep the command that they were read after, and the next round asks from the earliest.
 */
export function unchangedPages<Row>(changed: ChangedRows<Row> | undefined) {
  let round: Awaited<ReturnType<ChangedRows<Row>['since']>> = { through: 0, ids: null }

  return async (
    from: PageKey | null,
    before: PagesRead<Row> | undefined,
    read: () => Promise<LedgerPage<Row>>,
  ): Promise<PageRead<Row>> => {
    if (changed === undefined) return { ...(await read()), through: null }
    if (from === null) round = await changed.since(earliest(before))
    const { through, ids } = round
    const page = before?.pages[before.pageParams.findIndex((key) => isSameKey(key, from))]
    const isUnchanged = page !== undefined && ids !== null && !page.rows.some((row) => ids.includes(changed.idOf(row)))
    return { ...(isUnchanged ? page : await read()), through }
  }
}

const earliest = <Row>(read: PagesRead<Row> | undefined): number | null =>
  read === undefined ? null : Math.min(...read.pages.map(({ through }) => through ?? 0))

const isSameKey = (one: PageKey | null, other: PageKey | null): boolean => JSON.stringify(one) === JSON.stringify(other)
