import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { documentState } from '../../../src-renderer/lists/document-status.tsx'
import {
  documentsInput,
  EVERY_DOCUMENT,
  isEveryDocument,
  kindChoices,
  kindsOf,
} from '../../../src-renderer/documents/documents/document-filter.ts'

const today = calendarDate('2025-06-30')

test('each kind can be asked for, all kinds by naming none', () => {
  expect(kindsOf('all')).toEqual([])
  expect(kindsOf('receipt')).toEqual(['receipt'])
  expect(kindChoices.map(({ label }) => label)).toEqual([
    'All kinds',
    'Invoices',
    'Credit notes',
    'Debit notes',
    'Finance charges',
    'Receipts',
    'Refunds',
    'Adjustments',
  ])
})

test('spaces alone filter nothing', () => {
  expect(isEveryDocument({ ...EVERY_DOCUMENT, text: '  ' })).toBe(true)
  expect(documentsInput({ ...EVERY_DOCUMENT, text: ' INV ' }, today).filter).toBe('INV')
})

describe('the state of a document', () => {
  const due = calendarDate('2025-07-15')
  const late = calendarDate('2025-06-15')
  test.each([
    ['open', { status: 'open', total: 100, open: 100, dueDate: due }],
    ['part paid', { status: 'open', total: 100, open: 40, dueDate: due }],
    ['overdue', { status: 'open', total: 100, open: 40, dueDate: late }],
    ['open', { status: 'open', total: 100, open: 100, dueDate: today }],
    ['unapplied', { status: 'open', total: -100, open: -20, dueDate: late }],
    ['applied', { status: 'closed', total: -100, open: 0, dueDate: late }],
    ['paid', { status: 'closed', total: 100, open: 0, dueDate: late }],
    ['void', { status: 'void', total: 100, open: 0, dueDate: late }],
    ['void entry', { status: 'reversal', total: -100, open: 0, dueDate: late }],
  ] as const)('%s', (state, document) => {
    expect(documentState(document, today)).toBe(state)
  })
})
