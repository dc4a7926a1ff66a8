/** A page of the table: rows from `first` up to but not including `end`, and whether totals close it. */
export interface PageOfRows {
  readonly first: number
  readonly end: number
  readonly closes: boolean
}

export interface PageRoom {
  /** Points for rows on the first page, above the slip. */
  readonly firstPage: number
  readonly nextPage: number
  /** Points that totals, aging and message take after the last row. */
  readonly closing: number
}

/**
 * Deals rows onto pages. The closing follows the last row on its page; where it finds no room it goes to a page of its
 * own together with the last rows, since totals alone on a sheet say nothing.
 */
export function paginate(rowHeights: readonly number[], room: PageRoom): readonly PageOfRows[] {
  const pages: { first: number; end: number }[] = [{ first: 0, end: 0 }]
  let left = room.firstPage
  rowHeights.forEach((height, index) => {
    const page = lastOf(pages)
    if (height > left && page.end > page.first) {
      pages.push({ first: index, end: index + 1 })
      left = room.nextPage - height
    } else {
      page.end = index + 1
      left -= height
    }
  })
  if (room.closing > left) moveToOwnPage(pages, rowHeights, room)
  return pages.map((page, index) => ({ ...page, closes: index === pages.length - 1 }))
}

const ROWS_KEPT_WITH_TOTALS = 2

function moveToOwnPage(pages: { first: number; end: number }[], rowHeights: readonly number[], room: PageRoom): void {
  const page = lastOf(pages)
  let spare = room.nextPage - room.closing
  let first = page.end
  while (first > page.first + 1 && page.end - first < ROWS_KEPT_WITH_TOTALS && (rowHeights[first - 1] ?? 0) <= spare) {
    first -= 1
    spare -= rowHeights[first] ?? 0
  }
  pages.push({ first, end: page.end })
  page.end = first
}

const lastOf = (pages: { first: number; end: number }[]) => pages.at(-1) ?? { first: 0, end: 0 }
