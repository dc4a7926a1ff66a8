import { expect, test } from 'vitest'
import { createStoredText } from '../../../src-renderer/entry/stored-text.ts'

/** Writes that end when the test says so. */
const slowWrites = () => {
  const sent: string[] = []
  const ends: ((isStored: boolean) => void)[] = []
  const write = (text: string) => () => {
    sent.push(text)
    return new Promise<null>((resolve, reject) => {
      ends.push((isStored) => (isStored ? resolve(null) : reject(new Error('refused'))))
    })
  }
  const end = async (isStored: boolean): Promise<void> => {
    ends.shift()?.(isStored)
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { sent, write, end }
}

test('a text is sent once, and waited for until it is stored', async () => {
  const { sent, write, end } = slowWrites()
  const stored = createStoredText('')
  const first = stored.put('a', write('a'))
  expect(stored.put('a', write('a'))).toBe(first)
  await end(true)
  expect(stored.put('a', write('a'))).toBe(null)
  expect(sent).toEqual(['a'])
  expect(stored.exists).toBe(true)
})

test('a text that was refused is sent again, also the one before it', async () => {
  const { sent, write, end } = slowWrites()
  const stored = createStoredText('a')
  void stored.put('b', write('b'))?.catch(() => null)
  await end(false)
  void stored.put('b', write('b'))
  await end(true)
  void stored.put('c', write('c'))?.catch(() => null)
  await end(false)
  void stored.put('b', write('b'))
  expect(sent).toEqual(['b', 'b', 'c', 'b'])
})

test('the refusal of an older text says nothing of a newer one', async () => {
  const { sent, write, end } = slowWrites()
  const stored = createStoredText('')
  void stored.put('a', write('a'))?.catch(() => null)
  void stored.put('b', write('b'))
  await end(false)
  await end(true)
  expect(stored.put('b', write('b'))).toBe(null)
  expect(sent).toEqual(['a', 'b'])
})

test('an entry that was never stored is not taken away, one that was is', async () => {
  const { sent, write, end } = slowWrites()
  const stored = createStoredText('')
  expect(stored.put('', write('discard'))).toBe(null)
  void stored.put('a', write('a'))
  await end(true)
  void stored.put('', write('discard'))
  expect(stored.exists).toBe(false)
  expect(sent).toEqual(['a', 'discard'])
})
