import { expect, test } from 'vitest'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { choiceErrors, newChoice, requestOf } from '../../../src-renderer/reports/statement/request.ts'

const customer = { key: '7', code: 'NORTH01', name: 'Northgate Foods' }
const choice = { ...newChoice(calendarDate('2025-06-30')), customer }

test('nothing is asked for before a customer is chosen', () => {
  expect(requestOf({ ...choice, customer: null })).toBeNull()
})

test('nothing is asked for while the date makes no sense', () => {
  expect(requestOf({ ...choice, statementDate: null })).toBeNull()
})

test('a statement of open items has no first day, whatever was entered for the other form', () => {
  expect(requestOf({ ...choice, from: calendarDate('2025-06-01') })).toEqual({
    customerId: 7,
    statementDate: '2025-06-30',
    currency: null,
    form: 'open_item',
    from: null,
  })
})

test('a balance forward without a first day is of the month of its date', () => {
  expect(requestOf({ ...choice, form: 'balance_forward' })).toMatchObject({ form: 'balance_forward', from: null })
})

test('activity that begins after the statement is refused beside its field', () => {
  const late = { ...choice, form: 'balance_forward' as const, from: calendarDate('2025-07-01') }
  expect(choiceErrors(late)).toEqual({ from: 'This is after the statement date. Enter an earlier day.' })
  expect(requestOf(late)).toBeNull()
  expect(choiceErrors({ ...late, form: 'open_item' })).toEqual({})
})
