import { describe, expect, test } from 'vitest'
import { entryToFinish } from '../../../src-renderer/screens/receivePayment/after-refusal.ts'
import { blankReceipt } from '../../../src-renderer/screens/receivePayment/entry.ts'
import type { ReceiptEntry } from '../../../src-renderer/screens/receivePayment/entry.ts'
import { paymentRows } from '../../../src-renderer/screens/receivePayment/payment-row.ts'
import type { PaymentRow } from '../../../src-renderer/screens/receivePayment/payment-row.ts'
import { planApplications } from '../../../src-renderer/screens/receivePayment/plan.ts'
import { postInOrder } from '../../../src-renderer/screens/receivePayment/posting.ts'
import type { Ledger, PostedReceipt, ReceiptInput } from '../../../src-renderer/screens/receivePayment/posting.ts'
import { credit, day, debit } from './rows.ts'

const today = day('2025-06-30')
const receipt: PostedReceipt = {
  id: 77,
  uid: 'receipt-uid',
  number: 'REC-00012',
  dueDate: today,
  total: -80_00,
  unapplied: 0,
  warnings: [],
}

class Refused extends Error {}

/** A ledger that refuses the calls whose name and turn are listed: `apply 2` is the second application. */
function ledgerRefusing(...refused: readonly string[]): { ledger: Ledger; calls: string[] } {
  const calls: string[] = []
  const turn = (name: string): void => {
    const call = `${name} ${calls.filter((earlier) => earlier.startsWith(name)).length + 1}`
    calls.push(call)
    if (refused.includes(call)) throw new Refused(call)
  }
  const ledger: Ledger = {
    postReceipt: async () => {
      turn('receipt')
      return receipt
    },
    apply: async () => turn('apply'),
    refusalOf: (error) => {
      if (!(error instanceof Refused)) throw error
      return { path: '', message: error.message }
    },
  }
  return { ledger, calls }
}

const entry: ReceiptEntry = {
  ...blankReceipt('uid-1', { date: today, method: 'check', depositAccountId: null }),
  amount: 80_00,
  reference: '004417',
}
const rows: readonly PaymentRow[] = [
  debit(1, { payment: 100_00 }),
  debit(2, { payment: 98_00, discount: 2_00 }),
  credit(8, { payment: -50_00, open: -50_00 }),
  credit(9, { payment: -68_00 }),
]
const plan = planApplications(rows, 80_00, today)
const input = { customerId: 1, date: today, amount: 80_00, method: 'check' } as Omit<ReceiptInput, 'applications'>
const order = { receipt: input, plan, commandUidFor: () => 'uid' }

describe('posting a receipt that uses credits', () => {
  test('posts the receipt first, then each credit', async () => {
    const { ledger, calls } = ledgerRefusing()
    const outcome = await postInOrder(order, ledger)
    expect(outcome).toMatchObject({ kind: 'posted', receipt: { number: 'REC-00012' } })
    expect(calls).toEqual(['receipt 1', 'apply 1', 'apply 2'])
  })

  test('a refused receipt posts nothing', async () => {
    const { ledger, calls } = ledgerRefusing('receipt 1')
    expect(await postInOrder(order, ledger)).toMatchObject({ kind: 'refused', at: 'receipt', receipt: null, used: [] })
    expect(calls).toEqual(['receipt 1'])
  })

  test('credits alone post no receipt', async () => {
    const { ledger, calls } = ledgerRefusing()
    await postInOrder({ ...order, receipt: null }, ledger)
    expect(calls).toEqual(['apply 1', 'apply 2'])
  })

  test('a defect is not taken for a refusal', async () => {
    const { ledger } = ledgerRefusing()
    const broken = { ...ledger, postReceipt: () => Promise.reject(new TypeError('defect')) }
    await expect(postInOrder(order, broken)).rejects.toThrow('defect')
  })
})

describe('a credit refused after the receipt was posted', () => {
  test('stops there and says what is posted', async () => {
    const { ledger } = ledgerRefusing('apply 2')
    const outcome = await postInOrder(order, ledger)
    expect(outcome).toMatchObject({ kind: 'refused', at: { number: 'CRN-9' }, receipt: { number: 'REC-00012' } })
    expect(outcome.used.map(({ number }) => number)).toEqual(['CRN-8'])
  })

  test('leaves exactly the rest to finish: no money, the credit not used, what it was to settle', async () => {
    const { ledger } = ledgerRefusing('apply 2')
    const done = await postInOrder(order, ledger)
    const left = entryToFinish(entry, rows, plan, done, { commandUid: 'uid-2', draftUid: 'draft-2' })
    expect(left).toMatchObject({ amount: null, reference: '', commandUid: 'uid-2', draftUid: 'draft-2' })
    expect(left.allocation).toEqual({
      kind: 'byHand',
      payments: {
        2: { payment: 68_00, discount: 0, writeOff: 0, writeOffReason: '' },
        9: { payment: -68_00, discount: 0, writeOff: 0, writeOffReason: '' },
      },
    })
  })

  test('posting the rest again applies only the credit', async () => {
    const { ledger } = ledgerRefusing('apply 2')
    const done = await postInOrder(order, ledger)
    const left = entryToFinish(entry, rows, plan, done, { commandUid: 'uid-2', draftUid: 'draft-2' })
    const payments = left.allocation.kind === 'byHand' ? left.allocation.payments : {}
    const items = [
      { ...debit(2, { open: 68_00 }), customerId: 1, currency: 'USD', graceDays: 0, discount: 0 },
      { ...credit(9), customerId: 1, currency: 'USD', graceDays: 0, discount: 0 },
    ]
    const again = planApplications(paymentRows(items, payments, { date: today, graceDays: 0 }), 0, today)
    expect(again.byReceipt).toEqual([])
    expect(again.credits).toMatchObject([{ creditId: 9, lines: [{ documentId: 2, amount: 68_00, discount: 0 }] }])
  })
})
