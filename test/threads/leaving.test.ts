import { describe, expect, test } from 'vitest'
import { Leaving, type Choice, type Unsaved } from '../../src-main/shell/leaving.ts'

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** A window whose page answers when the test does, and a clerk who gives these answers in turn. */
const newWindow = (choices: readonly Choice[] = [], { isHeard = true } = {}) => {
  const requests: number[] = []
  const asked: Unsaved[] = []
  const left: boolean[] = []
  const next = [...choices]
  const leaving = new Leaving({
    tell: (request) => {
      requests.push(request)
      return isHeard
    },
    ask: async (unsaved, settled) => {
      asked.push(unsaved)
      const choice = next.shift()
      if (choice !== undefined) return choice
      // The dialog stands until the page answers after all.
      await new Promise((resolve) => settled.addEventListener('abort', resolve))
      return 'stay'
    },
    limitMs: 30,
  })
  return { leaving, requests, asked, left, leave: () => leaving.leave((isSaved) => void left.push(isSaved)) }
}

const refused = 'The disk is full.'

describe('a window that closes', () => {
  test('waits until the page has saved', async () => {
    const { leaving, requests, asked, left, leave } = newWindow()
    const gone = leave()
    await pause(10)
    expect({ requests, left }).toEqual({ requests: [1], left: [] })
    leaving.answer(1, null)
    expect(await gone).toBe(true)
    expect({ asked, left }).toEqual({ asked: [], left: [true] })
  })

  test('waits for nobody when no page listens', async () => {
    const { left, leave } = newWindow([], { isHeard: false })
    expect(await leave()).toBe(true)
    expect(left).toEqual([true])
  })

  test('asks the clerk when the page is late, and asks again after another wait', async () => {
    const { leaving, asked, left, leave } = newWindow(['wait', 'leave'])
    expect(await leave()).toBe(true)
    expect(asked).toEqual([{ kind: 'late' }, { kind: 'late' }])
    expect(left).toEqual([false])
    expect(leaving.hasGivenUp).toBe(true)
  })

  test('closes without another question when the page answers while the clerk is asked', async () => {
    const { leaving, asked, left, leave } = newWindow()
    const gone = leave()
    while (asked.length === 0) await pause(5)
    leaving.answer(1, null)
    expect(await gone).toBe(true)
    expect(left).toEqual([true])
    expect(leaving.hasGivenUp).toBe(false)
  })

  test('asks the clerk at once when the ledger refuses, in its words, and stays', async () => {
    const { leaving, asked, left, leave } = newWindow(['stay'])
    const gone = leave()
    await pause(0)
    leaving.answer(1, refused)
    expect(await gone).toBe(false)
    expect({ asked, left }).toEqual({ asked: [{ kind: 'refused', message: refused }], left: [] })
  })

  test('a refusal that comes late is asked about in its own words', async () => {
    const { leaving, asked, leave } = newWindow(['wait', 'leave'])
    const gone = leave()
    while (asked.length === 0) await pause(5)
    leaving.answer(1, refused)
    expect(await gone).toBe(true)
    expect(asked).toEqual([{ kind: 'late' }, { kind: 'refused', message: refused }])
  })

  test('hears no answer to an earlier request', async () => {
    const { leaving, left, leave } = newWindow(['stay'])
    expect(await leave()).toBe(false)
    const again = leave()
    await pause(0)
    leaving.answer(1, null)
    await pause(10)
    expect(left).toEqual([])
    leaving.answer(2, null)
    expect(await again).toBe(true)
  })

  test('does not wait for a page that crashed', async () => {
    const { leaving, asked, left, leave } = newWindow()
    const gone = leave()
    await pause(0)
    leaving.pageIsGone()
    expect(await gone).toBe(true)
    expect({ asked, left }).toEqual({ asked: [], left: [false] })
  })
})
