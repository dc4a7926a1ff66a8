import { expect, test, vi } from 'vitest'
import { isLike } from '../../../src-renderer/entry/is-like.ts'
import { unsavedFormsStore } from '../../../src-renderer/entry/unsaved-forms-store.ts'

const blank = { code: '', price: null, archived: false, lines: [{ percent: 0 }] }

test.each([
  ['the same fields', { code: 'A', price: 12, archived: true, lines: [{ percent: 3 }] }, true],
  ['no line at all', { ...blank, lines: [] }, true],
  ['a field more, of a newer Duebook', { ...blank, more: 1 }, true],
  ['a field that is missing', { code: 'A', price: null, archived: false }, false],
  ['a field of another kind', { ...blank, code: 7 }, false],
  ['a line of another kind', { ...blank, lines: [{ percent: '3' }] }, false],
  ['rows that are none', { ...blank, lines: {} }, false],
  ['nothing', undefined, false],
  ['a text', 'nonsense', false],
])('what was kept is taken up where it is like the form: %s', (_what, kept, isTakenUp) => {
  expect(isLike(kept, blank)).toBe(isTakenUp)
})

test('half-typed forms are sent as they stand, once, and taken away with the last', async () => {
  const sent: unknown[] = []
  const send = vi.fn(async (value: unknown) => {
    sent.push(value)
    return null
  })
  const store = unsavedFormsStore({ batch: { name: 'Morning' } }, send)
  expect(store.find('batch')).toEqual({ name: 'Morning' })
  expect(store.unsaved.save()).toBeNull()
  store.keep('terms', { code: 'NET7' })
  await store.unsaved.save()
  await store.unsaved.save()
  store.forget('batch')
  store.forget('terms')
  await store.unsaved.save()
  expect(sent).toEqual([{ batch: { name: 'Morning' }, terms: { code: 'NET7' } }, null])
})

test('forms that were kept in nothing readable begin empty', () => {
  expect(unsavedFormsStore('nonsense', async () => null).find('batch')).toBeUndefined()
  expect(unsavedFormsStore(null, async () => null).find('batch')).toBeUndefined()
})
