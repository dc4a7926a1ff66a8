import { describe, expect, test } from 'vitest'
import {
  unchangedPages,
  type LedgerPage,
  type PageKey,
  type PageRead,
  type PagesRead,
} from '../../src-renderer/api/unchanged-pages.ts'

interface Row {
  readonly id: number
  readonly owes: number
}

/** Customers 1 to 6 on pages of two, in the order of their ids. */
const ledgerOf = () => {
  const owes = new Map([1, 2, 3, 4, 5, 6].map((id) => [id, 0]))
  const log: (number | 'any')[] = []
  const asked: number[] = []
  const page = (from: PageKey | null): LedgerPage<Row> => {
    const first = typeof from === 'number' ? from + 1 : 1
    asked.push(first)
    const rows = [first, first + 1].map((id) => ({ id, owes: owes.get(id) ?? 0 }))
    return { rows, next: first < 5 ? first + 1 : null }
  }
  const list = unchangedPages<Row>({
    idOf: ({ id }) => id,
    since: async (after) => {
      const since = log.slice(after ?? log.length)
      return { through: log.length, ids: since.includes('any') ? null : since.filter((id) => id !== 'any') }
    },
  })
  let read: PagesRead<Row> | undefined
  /** As the window reads a list again: page after page, and the whole takes the place of what was there. */
  const readAll = async (isCutShort = false): Promise<readonly number[]> => {
    asked.length = 0
    const pages: PageRead<Row>[] = []
    const pageParams: (PageKey | null)[] = []
    for (let from: PageKey | null | undefined = null; from !== undefined; from = pages.at(-1)?.next ?? undefined) {
      const key: PageKey | null = from
      pages.push(await list(key, read, async () => page(key)))
      pageParams.push(key)
      if (isCutShort) return [...asked]
    }
    read = { pages, pageParams }
    return [...asked]
  }
  const post = (id: number): void => {
    owes.set(id, (owes.get(id) ?? 0) + 100)
    log.push(id)
  }
  const shown = (): readonly number[] => read?.pages.flatMap(({ rows }) => rows.map((row) => row.owes)) ?? []
  return { readAll, post, rename: () => void log.push('any'), shown }
}

describe('a list of customers after a command', () => {
  test('reads only the pages that hold a customer who owes something else now', async () => {
    const ledger = ledgerOf()
    expect(await ledger.readAll()).toEqual([1, 3, 5])
    ledger.post(4)
    expect(await ledger.readAll()).toEqual([3])
    expect(ledger.shown()).toEqual([0, 0, 0, 100, 0, 0])
    expect(await ledger.readAll()).toEqual([])
  })

  test('reads every page where anything may have changed', async () => {
    const ledger = ledgerOf()
    await ledger.readAll()
    ledger.rename()
    expect(await ledger.readAll()).toEqual([1, 3, 5])
  })

  test('knows after a reading that was cut short what that one had not brought', async () => {
    const ledger = ledgerOf()
    await ledger.readAll()
    ledger.post(6)
    await ledger.readAll(true)
    ledger.post(1)
    expect(await ledger.readAll()).toEqual([1, 5])
    expect(ledger.shown()).toEqual([100, 0, 0, 0, 0, 100])
  })
})
