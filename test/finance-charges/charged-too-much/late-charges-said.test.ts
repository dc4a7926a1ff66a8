import { beforeEach, expect, test } from 'vitest'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { LateCharge } from '../../../src-shared/ledger/contract/late-charges.ts'
import {
  forgetLateCharges,
  hearLateCharges,
  newLateCharges,
} from '../../../src-renderer/finance-charges/charged-too-much/new-late-charges.ts'

const late = (chargeId: number, itemId: number, now = 0): LateCharge => ({
  chargeId,
  chargeNumber: `FIN-0000${chargeId}`,
  itemId,
  itemNumber: `INV-0000${itemId}`,
  until: calendarDate('2025-03-31'),
  currency: 'USD',
  charged: 82,
  credited: 0,
  credits: [],
  now,
})

const posted = (...lateCharges: LateCharge[]): void =>
  hearLateCharges({ name: 'receipts.post', input: {}, value: { lateCharges } })
const said = () => newLateCharges().map(({ chargeId, itemId, now }) => [chargeId, itemId, now])

beforeEach(forgetLateCharges)

test('what any command says of finance charges is held, the last said first', () => {
  posted(late(1, 1))
  posted(late(2, 1))
  expect(said()).toEqual([
    [2, 1, 0],
    [1, 1, 0],
  ])
})

test('what is said again of the same item takes the place of what was said before', () => {
  posted(late(1, 1, 40), late(1, 2, 10))
  posted(late(1, 1, 20))
  expect(said()).toEqual([
    [1, 1, 20],
    [1, 2, 10],
  ])
})

test('what was credited is no news any more, nor what another company was told', () => {
  posted(late(1, 1), late(2, 2))
  hearLateCharges({ name: 'financeCharges.credit', input: { charges: [{ id: 1, total: 82 }] }, value: {} })
  expect(said()).toEqual([[2, 2, 0]])
  forgetLateCharges()
  expect(said()).toEqual([])
})

test('a command that says nothing of them changes nothing', () => {
  posted(late(1, 1))
  hearLateCharges({ name: 'customers.create', input: {}, value: { id: 7 } })
  hearLateCharges({ name: 'drafts.save', input: {}, value: null })
  expect(said()).toEqual([[1, 1, 0]])
})
