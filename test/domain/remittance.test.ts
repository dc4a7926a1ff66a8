import { describe, expect, test } from 'vitest'
import { itemsNamedIn } from '../../src-shared/domain/remittance.ts'

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
