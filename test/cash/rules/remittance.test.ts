import { describe, expect, test } from 'vitest'
import { itemsNamedIn } from '../../../src-shared/cash/rules/proposals/remittance.ts'

const items = [
  { number: 'INV-000123', reference: 'PO 4711' },
  { number: 'INV-000124', reference: 'PO 4712' },
  { number: 'DN-000124', reference: '' },
  { number: '0000611365', reference: '' },
  { number: '2012', reference: '' },
  { number: '12', reference: 'BLUE-SHED' },
]
const named = (text: string): readonly string[] => itemsNamedIn(text, items).map((item) => item.number)

describe('items named in a remittance', () => {
  test.each([
    ['INV-000123', ['INV-000123']],
    ['inv000123', ['INV-000123']],
    ['Invoice 123, thanks', ['INV-000123']],
    ['#00123', ['INV-000123']],
    ['INV123', ['INV-000123']],
    ['order 4711', []],
    ['PO-4711', ['INV-000123']],
    ['po4711/po4712', ['INV-000123', 'INV-000124']],
    ['INV-000124; INV-000123', ['INV-000123', 'INV-000124']],
    ['DN-000124', ['DN-000124']],
    ['611365', ['0000611365']],
    ['blue shed', []],
    ['blue-shed', ['12']],
    ['2012', ['2012']],
    ['', []],
    ['thank you', []],
  ])('"%s"', (text, numbers) => {
    expect(named(text)).toEqual(numbers)
  })

  test('digits that several items share name none of them', () => {
    expect(named('124')).toEqual([])
  })

  test('one or two digits are a count, not a document', () => {
    expect(named('12 invoices')).toEqual([])
  })

  test('dates and amounts are not document numbers', () => {
    expect(named('30/6/2012')).toEqual([])
    expect(named('paid 2,012.00 on 2012-06-30')).toEqual([])
    expect(named('$123.00')).toEqual([])
    expect(named('EUR 2.012,00')).toEqual([])
    expect(named('2012.00')).toEqual([])
    expect(named('123 450.00')).toEqual(['INV-000123'])
  })

  test('a number that looks like an amount or a date is still a number', () => {
    const odd = [
      { number: '123.45', reference: '' },
      { number: '2012/06/0045', reference: '' },
      { number: '12-06-45', reference: '' },
    ]
    expect(itemsNamedIn('123.45', odd)).toEqual([odd[0]])
    expect(itemsNamedIn('2012/06/0045 and 12-06-45', odd)).toEqual([odd[1], odd[2]])
  })
})

describe('a number as payers write it', () => {
  const numbered = (...numbers: readonly string[]) => numbers.map((number) => ({ number, reference: '' }))
  const found = (text: string, ...numbers: readonly string[]) =>
    itemsNamedIn(text, numbered(...numbers)).map(({ number }) => number)

  test.each([
    'INV-2',
    'inv 00002',
    'Inv.2',
    'INV2',
    'inv #2',
    'INV - 2',
    'inv\u{a0}2',
    'INV-\u{200b}2',
    'ＩＮＶ-2',
    'invoice 2',
    'Invoice no. 2',
    'Invoice number 0002',
    '#2',
    '# 2',
    'payment of 12.00 for INV-2, thank you',
    '(inv-2)',
    'INV-2.',
    'inv-2;inv-4',
  ])('"%s" names INV-00002 when it is the only one', (text) => {
    expect(found(text, 'INV-00002', 'INV-00012')).toEqual(['INV-00002'])
  })

  test.each([
    '2',
    '2 invoices',
    'INV-20',
    'INV-2-1',
    'INV-2/24',
    'XINV-2',
    'CR-INV-2',
    'INV 2.00',
    'DN-2',
    'no 2',
    'INV-2A',
  ])('"%s" does not name INV-00002', (text) => {
    expect(found(text, 'INV-00002')).toEqual([])
  })

  test.each([
    'INV-2, 12 and 99',
    'inv. 2 & 12 + 99',
    'invoices 2, 12, 99.',
    'INV-2;12;99',
    'Rechnungen 2, 12 und 99',
    'Factures n° 2, 12 et 99',
    '2 pallets, inv 99, 12, INV-2',
  ])('"%s" names each of a list', (text) => {
    expect(found(text, 'INV-00002', 'INV-00012', 'INV-00099', 'INV-00120')).toEqual([
      'INV-00002',
      'INV-00012',
      'INV-00099',
    ])
  })

  test.each([
    'inv 2, 12 pcs',
    'inv 2, 12.00',
    'inv 2, 12.05.2025',
    'INV-2-12',
    'inv 2 (12 days late)',
    'inv 2, day 12',
  ])('"%s" names INV-00002 alone: the 12 counts something else', (text) => {
    expect(found(text, 'INV-00002', 'INV-00012')).toEqual(text === 'INV-2-12' ? [] : ['INV-00002'])
  })

  test('names none where two are meant alike', () => {
    expect(found('inv 2', 'INV-00002', 'INV-002')).toEqual([])
    expect(found('#2', 'INV-00002', 'DN-00002')).toEqual([])
  })

  test('names the one that is written exactly so, whatever else is meant alike', () => {
    expect(found('INV-002', 'INV-00002', 'INV-002')).toEqual(['INV-002'])
    expect(found('inv 02', 'INV-00002', 'INV-002')).toEqual([])
  })

  test('with a year is one number, with and without its punctuation', () => {
    expect(found('inv/2024/7', 'INV-2024-00007', 'INV-2023-00007')).toEqual(['INV-2024-00007'])
    expect(found('INV-2024-7', 'INV-2024', 'INV-2024-00007')).toEqual(['INV-2024-00007'])
    expect(found('Straße 5, inv 7', 'INV-00007')).toEqual(['INV-00007'])
  })

  test('is found in a reference of the customer as well', () => {
    const ordered = [{ number: 'INV-00010', reference: 'PO-0007' }]
    expect(itemsNamedIn('your order po 7', ordered)).toEqual(ordered)
  })
})
