import { expect, test } from 'vitest'
import { owedByPayer } from '../../../src-renderer/cash/receive-payment/summary.ts'
import { credit, debit } from './rows.ts'

const customer = (id: number) => ({ id, code: `C${id}`, name: `Customer ${id}` })

test('a payer sees what all it pays for owe, as its own balance says nothing of it', () => {
  const items = [debit(1), debit(2, { customerId: 2, open: 50_00 }), credit(3)]
  expect(owedByPayer([customer(1), customer(2)], items, 'USD')).toBe(30_00)
  expect(owedByPayer([customer(1)], items, 'USD')).toBeNull()
})
