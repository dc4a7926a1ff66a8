import { describe, expect, test } from 'vitest'
import { exchangeRate } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { exchangeFacts, holdFacts } from '../../../src-renderer/documents/document/document-facts.tsx'

describe('what a document says of its dispute or hold', () => {
  const heldBy = { reason: 'short delivery', user: 'Ann', recordedAt: '2025-06-30T14:02:11.123Z' }

  test('nothing without one', () => {
    expect(holdFacts({ hold: null, heldBy: null })).toEqual([])
  })

  test('who put it there, when and why', () => {
    expect(holdFacts({ hold: 'disputed', heldBy })).toEqual([
      { label: 'Disputed', value: 'short delivery (by Ann, 2025-06-30 14:02)' },
    ])
    expect(holdFacts({ hold: 'held', heldBy: { ...heldBy, reason: '' } })).toEqual([
      { label: 'Held', value: 'by Ann, 2025-06-30 14:02' },
    ])
  })
})

test('a document in another currency says what it was converted at', () => {
  const exchange = { baseCurrency: 'USD', rate: exchangeRate('1.0845') }
  expect(exchangeFacts({ currency: 'EUR', exchange }, ',')).toEqual([{ label: 'USD for one EUR', value: '1,0845' }])
  expect(exchangeFacts({ currency: 'USD', exchange: null }, ',')).toEqual([])
})
