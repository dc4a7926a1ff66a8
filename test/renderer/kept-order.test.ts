import { describe, expect, test } from 'vitest'
import type { Calls } from '../../src-renderer/api/calls.ts'
import { inWrittenOrder } from '../../src-renderer/api/written-order.ts'
import { RefusedError } from '../../src-renderer/api/refused-error.ts'

type Written = { readonly key?: string; readonly uid?: string; readonly value?: unknown; readonly body?: unknown }

/** A ledger whose writes end only when told to, while it reads at once what is written by then. */
const slowLedger = () => {
  const stored = new Map<string, unknown>()
  const read: string[] = []
  const ends: ((refusal?: RefusedError) => void)[] = []
  const calls = {
    start: (name: string, input: Written) => {
      const uid = input.uid ?? input.key ?? ''
      if (name.endsWith('get')) {
        read.push(uid)
        return { promise: Promise.resolve(stored.get(uid) ?? null), cancel: () => {} }
      }
      const promise = new Promise<null>((resolve, reject) => {
        ends.push((refusal) => {
          if (refusal) return reject(refusal)
          stored.set(uid, input.body ?? input.value)
          return resolve(null)
        })
      })
      return { promise, cancel: () => {} }
    },
  } as unknown as Calls
  return { api: inWrittenOrder(calls), read, end: (refusal?: RefusedError) => ends.shift()?.(refusal) }
}

const typed = { name: 'Half a name' }

describe('what the window keeps is read after it was written', () => {
  test('an entry left with Esc and opened again before its write has ended', async () => {
    const { api, read, end } = slowLedger()
    void api.start('preferences.set', { key: 'customer-entry.new', value: typed })
    const found = api.start('preferences.get', { key: 'customer-entry.new' }).promise
    expect(read).toEqual([])
    end()
    expect(await found).toEqual(typed)
  })

  test('a draft changed twice is read after the second write', async () => {
    const { api, read, end } = slowLedger()
    const draft = { uid: 'd1', kind: 'invoice', customerId: null, title: '' } as const
    void api.start('drafts.save', { ...draft, body: { total: 1 } })
    void api.start('drafts.save', { ...draft, body: { total: 2 } })
    const found = api.start('drafts.get', { uid: 'd1' }).promise
    end()
    await new Promise((resolve) => setTimeout(resolve))
    expect(read).toEqual([])
    end()
    expect(await found).toEqual({ total: 2 })
  })

  test('another one is read at once', async () => {
    const { api, read } = slowLedger()
    void api.start('preferences.set', { key: 'customer-entry.new', value: typed })
    await api.start('preferences.get', { key: 'customer-entry.7' }).promise
    expect(read).toEqual(['customer-entry.7'])
  })

  test('a write that is refused ends the wait too', async () => {
    const { api, end } = slowLedger()
    const { promise } = api.start('preferences.set', { key: 'theme', value: 'dark' })
    const found = api.start('preferences.get', { key: 'theme' }).promise
    end(new RefusedError({ code: 'disk_full', params: {}, path: '' }))
    await expect(promise).rejects.toMatchObject({ code: 'disk_full' })
    expect(await found).toBeNull()
  })

  test('a read given up while it waits is never asked', async () => {
    const { api, read, end } = slowLedger()
    void api.start('preferences.set', { key: 'theme', value: 'dark' })
    const call = api.start('preferences.get', { key: 'theme' })
    call.cancel()
    end()
    await expect(call.promise).rejects.toMatchObject({ code: 'cancelled' })
    expect(read).toEqual([])
  })
})
