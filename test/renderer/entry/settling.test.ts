import { adjustmentDraft } from '../../../src-renderer/cash/adjustment/entry.ts'
import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import {
  appliedLines,
  rowErrors,
  rowPathOf,
  settleRows,
  sumApplied,
  appliedOf,
  toggleApplied,
} from '../../../src-renderer/cash/settling/settle-row.ts'
import { openItem as item } from './items.ts'

const day = calendarDate

const rows = settleRows(
  [item(1, { hold: 'held' }), item(2), item(3, { open: 40_00 })],
  { applied: { 2: 30_00, 3: 40_00 } },
  day('2025-06-30'),
)
const write = (amount: number): string => (amount / 100).toFixed(2)

describe('open items to take', () => {
  test('those disputed or held come last, with the days they are late on the entry’s date', () => {
    expect(rows.map(({ documentId, daysLate, applied }) => [documentId, daysLate, applied])).toEqual([
      [2, 19, 30_00],
      [3, 19, 40_00],
      [1, 19, 0],
    ])
  })

  test('a credit stands as a positive amount and is never late', () => {
    const [row] = settleRows(
      [item(4, { kind: 'receipt', original: -80_00, open: -50_00 })],
      { applied: {} },
      day('2025-06-30'),
    )
    expect(row).toMatchObject({ original: 80_00, open: 50_00, daysLate: 0, kind: 'receipt' })
  })

  test('Space takes a row in full, also one taken in part, and again leaves it out', () => {
    const [part, full] = rows
    expect(part && toggleApplied(part).applied).toBe(100_00)
    expect(full && toggleApplied(full).applied).toBe(0)
  })

  test('what is taken is kept by document and sent in the order of the rows', () => {
    expect(sumApplied(rows)).toBe(70_00)
    expect(appliedOf(rows)).toEqual({ 2: 30_00, 3: 40_00 })
    expect(appliedLines(rows)).toEqual([
      { documentId: 2, amount: 30_00 },
      { documentId: 3, amount: 40_00 },
    ])
  })

  test('a draft gives back what was taken; what is no amount counts as nothing', () => {
    const takenIn = (applied: unknown) => adjustmentDraft.read({ uid: 'draft', body: { applied } }, 'uid').applied
    expect(takenIn({ 2: 30_00, 3: 'much' })).toEqual({ 2: 30_00, 3: 0 })
    expect(takenIn(null)).toEqual({})
  })

  test('more than is open, or less than nothing, is said in its cell', () => {
    const wrong = rows.map((row, index) => ({ ...row, applied: [100_01, -1, 0][index] ?? 0 }))
    expect(rowErrors(wrong, write)).toEqual({
      'lines.0.amount': 'Only 100.00 is open.',
      'lines.1.amount': 'Enter zero or more.',
    })
  })

  test('what was deducted of an item cannot be taken too', () => {
    const deductions = { 2: [{ reasonCodeId: 1, amount: 5_00, memo: '' }] }
    const [row] = settleRows([item(2)], { applied: { 2: 96_00 }, deductions }, day('2025-06-30'))
    if (row === undefined) throw new Error('the item has a row')
    expect(row.deducted).toBe(5_00)
    expect(rowErrors([row], write)).toEqual({ 'lines.0.amount': 'Only 95.00 is open.' })
    expect(toggleApplied(row).applied).toBe(95_00)
    expect(toggleApplied(toggleApplied(row)).applied).toBe(0)
  })

  test('a refused line is found in its row', () => {
    expect(rowPathOf('applications.1.amount', rows)).toBe('lines.1.amount')
    expect(rowPathOf('applications.2.amount', rows)).toBeNull()
    expect(rowPathOf('date', rows)).toBeNull()
  })
})
