import { describe, expect, test } from 'vitest'
import { defineDraft, draftField, draftPart } from '../../../src-renderer/entry/draft-schema.ts'

const sale = defineDraft({
  customer: draftField.option,
  date: draftField.date,
  currency: draftField.currency,
  amount: draftField.whole,
  price: draftField.price,
  memo: draftField.text,
  isUrgent: draftField.flag,
  texts: draftField.by(draftField.text),
  taken: draftField.by(draftField.count),
  direction: draftField.choice(['in', 'out'], 'in'),
})

const empty = {
  customer: null,
  date: null,
  currency: null,
  amount: null,
  price: null,
  memo: '',
  isUrgent: false,
  texts: {},
  taken: {},
  direction: 'in',
}

describe('a draft of an entry', () => {
  test('begins empty, with a draft of its own', () => {
    const [first, second] = [sale.blank('one'), sale.blank('two')]
    expect(first).toEqual({ ...empty, commandUid: 'one', draftUid: first.draftUid })
    expect(second.draftUid).not.toBe(first.draftUid)
  })

  test('comes back as it was left, under the uid it was saved by', () => {
    const body = {
      commandUid: 'kept',
      draftUid: 'old',
      customer: { key: '7', code: 'NORTH01', name: 'Northgate Foods' },
      date: '2025-06-30',
      currency: 'EUR',
      amount: -100_00,
      price: 1_500_000,
      memo: 'agreed',
      isUrgent: true,
      texts: { percent: '1,5' },
      taken: { 12: 40_00 },
      direction: 'out',
    }
    expect(sale.read({ uid: 'saved', body }, 'fresh')).toEqual({ ...body, draftUid: 'saved' })
  })

  test.each<[string, unknown]>([
    ['of an older Duebook, which knew none of the fields', {}],
    ['that is no object', ['a', 1]],
    ['that is nothing', null],
    [
      'with junk in every field',
      {
        commandUid: 7,
        customer: { key: '', name: 'x' },
        date: '2025-02-30',
        currency: 'US dollars',
        amount: 1.5,
        price: 'dear',
        memo: 4,
        isUrgent: 'yes',
        texts: 'none',
        taken: [1],
        direction: 'sideways',
      },
    ],
  ])('%s opens as one in which nothing is entered', (_name, body) => {
    expect(sale.read({ uid: 'saved', body }, 'fresh')).toEqual({ ...empty, commandUid: 'fresh', draftUid: 'saved' })
  })

  test('loses only what cannot be read', () => {
    const body = { memo: 'agreed', amount: 'a lot', taken: { 12: 40_00, 13: 'half' }, texts: { a: 'b', c: 5 } }
    expect(sale.read({ uid: 'saved', body }, 'fresh')).toMatchObject({
      memo: 'agreed',
      amount: null,
      taken: { 12: 40_00, 13: 0 },
      texts: { a: 'b', c: '' },
    })
  })

  const line = draftPart({ key: draftField.key, what: draftField.text, earns: draftField.setFlag })
  const bill = defineDraft({
    schedule: draftPart({ every: draftField.text, times: draftField.count }),
    settles: draftField.wholeOr('oldest', null),
    lines: draftField.rows(line, () => ({ key: 'first', what: '', earns: true })),
    others: draftField.rows(line),
  })

  test('has its parts and rows read in the same way; one that needs a row has one', () => {
    const none = { schedule: { every: '', times: 0 }, settles: null, others: [] }
    const first = [{ key: 'first', what: '', earns: true }]
    expect(bill.blank('uid')).toMatchObject({ ...none, lines: first })
    expect(bill.read({ uid: 'saved', body: { lines: [], schedule: 7, settles: {} } }, 'uid')).toMatchObject({
      ...none,
      lines: first,
    })
    const body = {
      schedule: { every: '2', times: 'x' },
      settles: 'oldest',
      lines: [{ key: 'a', what: 'Rent', earns: false }, 'junk'],
    }
    const read = bill.read({ uid: 'saved', body }, 'uid')
    expect(read).toMatchObject({ schedule: { every: '2', times: 0 }, settles: 'oldest' })
    expect(read.lines).toEqual([
      { key: 'a', what: 'Rent', earns: false },
      { key: read.lines[1]?.key, what: '', earns: true },
    ])
    expect(read.lines[1]?.key).toMatch(/./)
  })
})
