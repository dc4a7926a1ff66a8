import { describe, expect, test } from 'vitest'
import type { Proposal } from '../../../src-shared/cash/contract/receipts.ts'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { settleRow as row } from '../../renderer/entry/items.ts'
import {
  blankIdentify,
  identifyFieldOf,
  identifyInput,
  identifyDraft,
  proposalOf,
  withCustomer,
  withDeductions,
  withRows,
} from '../../../src-renderer/cash/identify-receipt/entry.ts'

const day = calendarDate('2025-06-30')
const customer = { key: '7', code: 'NORTH01', name: 'Northgate Foods' }
const typed = { ...blankIdentify(3, 'uid', day), customer }
const damaged = [{ reasonCodeId: 4, amount: 5_00, memo: 'wet' }]

const proposal: Proposal = {
  reason: 'Exactly',
  lines: [{ documentId: 1, amount: 98_00, discount: 2_00, writeOff: 0 }],
  credits: [],
}

describe('a unidentified receipt being identified', () => {
  test('follows the proposal with its discount until a row is taken by hand', () => {
    const rows = [row(1, { applied: 98_00 })]
    expect(proposalOf(typed, [proposal])).toBe(proposal)
    expect(identifyInput(typed, rows, proposal)?.applications).toEqual([
      { documentId: 1, amount: 98_00, discount: 2_00, writeOff: 0, writeOffReason: '', deductions: [] },
    ])
    expect(proposalOf(withRows(typed, rows), [proposal])).toBeNull()
  })

  test('a deduction leaves less to take, and is sent with its line even where no money settles it', () => {
    const inFull = withRows(typed, [row(1, { applied: 100_00 }), row(2)])
    const entry = withDeductions(withDeductions(inFull, row(1), damaged), row(2), damaged)
    expect(entry.applied).toMatchObject({ 1: 95_00, 2: 0 })
    const rows = [row(1, { applied: 95_00, deducted: 5_00 }), row(2, { deducted: 5_00 }), row(3)]
    expect(identifyInput(entry, rows, null)?.applications).toEqual([
      { documentId: 1, amount: 95_00, discount: 0, writeOff: 0, writeOffReason: '', deductions: damaged },
      { documentId: 2, amount: 0, discount: 0, writeOff: 0, writeOffReason: '', deductions: damaged },
    ])
    expect(identifyFieldOf('applications.1.amount', [row(3), ...rows])).toBe('lines.2.amount')
  })

  test('taking none takes the deductions back, and so does another customer', () => {
    const entry = withDeductions(typed, row(1), damaged)
    expect(withRows(entry, [row(1, { deducted: 5_00 })]).deductions).toEqual({ 1: damaged })
    expect(withRows(entry, [row(1)]).deductions).toEqual({})
    expect(withCustomer(entry, { ...customer, key: '8' })).toMatchObject({ deductions: {}, applied: null })
  })

  test('a draft comes back as it was left', () => {
    const entry = withDeductions(withRows(typed, [row(1, { applied: 40_00 })]), row(1), damaged)
    const body: unknown = JSON.parse(JSON.stringify(entry))
    const of = { uid: entry.draftUid, kind: 'identified_receipt', customerId: 7, title: '', updatedAt: '' } as const
    expect(identifyDraft.read({ ...of, body }, 'other')).toEqual(entry)
  })
})
