import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { dueNow, payableOn } from '../../../src-shared/ledger/rules/settlement/due-now.ts'

const day = calendarDate('2025-06-15')
const part = (offset: number, open: number) => ({ dueDate: addDays(day, offset), open })

test.each([
  ['due on one day, late', [part(-5, 100)], 100, 100],
  ['due today', [part(0, 100)], 100, 100],
  ['not due yet: all of it may be paid', [part(3, 100)], 0, 100],
  ['the first of three is due', [part(-30, 50), part(30, 30), part(60, 20)], 50, 50],
  ['two of three are due', [part(-30, 50), part(-1, 30), part(60, 20)], 80, 80],
  ['none is due yet: the next part', [part(1, 50), part(30, 30), part(60, 20)], 0, 50],
  ['a credit', [part(-1, -40)], -40, -40],
  ['nothing open', [], 0, 0],
])('%s', (_, parts, due, payable) => {
  expect(dueNow(parts, day)).toBe(due)
  expect(payableOn(parts, day)).toBe(payable)
})

test('what is offered is never more than is open, and something while anything is', () => {
  const parts = fc
    .array(fc.record({ offset: fc.integer({ min: -60, max: 60 }), open: fc.integer({ min: 1, max: 1000 }) }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((list) => list.toSorted((a, b) => a.offset - b.offset).map(({ offset, open }) => part(offset, open)))
  fc.assert(
    fc.property(parts, (list) => {
      const open = list.reduce((all, each) => all + each.open, 0)
      const payable = payableOn(list, day)
      expect(payable).toBeGreaterThan(0)
      expect(payable).toBeLessThanOrEqual(open)
      expect(payable).toBeGreaterThanOrEqual(dueNow(list, day))
      expect(dueNow(list, addDays(day, 60))).toBe(open)
    }),
  )
})
