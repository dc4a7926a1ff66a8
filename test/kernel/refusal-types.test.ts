import { describe, expect, test } from 'vitest'
import { command, output, query } from '../../src-shared/kit/operation.ts'
import type { Warning } from '../../src-shared/kit/warning.ts'
import { Refusal, type ApprovableCode } from '../../src-shared/kit/refusal.ts'
import { describeRefusal, describeWarning, isApprovable } from '../../src-shared/refusals.ts'

// The compiler holds most of this: an error that is expected and does not come fails the types.

describe('a sentence says what it needs', () => {
  const limit = { act: 'refunds', limit: '5.00', amount: '7.00' }

  test('what is given is filled in', () => {
    const { refused } = new Refusal('over_limit', limit, 'amount')
    expect(refused).toEqual({ code: 'over_limit', params: limit, path: 'amount' })
    expect(describeRefusal(refused)).toBe(
      'Your limit for refunds is 5.00, this is 7.00. Enter less, or ask a supervisor to approve it.',
    )
    const braces = { code: 'code_taken', params: { code: '{name}', name: 'A $& Co' } } as const
    expect(describeRefusal(braces)).toBe('Code {name} is already used by A $& Co. Choose another code.')
  })
  test('a forgotten, misspelt or superfluous parameter does not compile', () => {
    expect(() => [
      // @ts-expect-error none is given
      new Refusal('over_limit'),
      // @ts-expect-error the amount is forgotten
      new Refusal('over_limit', { act: 'refunds', limit: '5.00' }),
      // @ts-expect-error the amount is misspelt
      new Refusal('over_limit', { act: 'refunds', limit: '5.00', amuont: '7.00' }),
      // @ts-expect-error there is one too many
      new Refusal('over_limit', { act: 'refunds', limit: '5.00', amount: '7.00', currency: 'USD' }),
      // @ts-expect-error an amount is formatted before it is told
      new Refusal('over_limit', { act: 'refunds', limit: '5.00', amount: 700 }),
      // @ts-expect-error nobody declares it
      new Refusal('out_of_limits', {}),
    ]).not.toThrow()
  })
  test('a sentence without parameters takes none', () => {
    expect(new Refusal('no_lines', {}, 'lines').refused).toEqual({ code: 'no_lines', params: {}, path: 'lines' })
    expect(new Refusal('no_lines').params).toEqual({})
    // @ts-expect-error it has nowhere to put it
    expect(new Refusal('no_lines', { number: 'INV-1' }).code).toBe('no_lines')
  })
  test('one of several codes is given what all of them need', () => {
    const code = ((): 'not_a_debit' | 'settles_differs' => 'settles_differs')()
    expect(new Refusal(code, { number: 'INV-1', currency: 'EUR' }).code).toBe(code)
    // @ts-expect-error one of them needs the currency
    expect(new Refusal(code, { number: 'INV-1' }).code).toBe(code)
  })
  test('the window cannot describe one without its figures', () => {
    // @ts-expect-error the count is forgotten
    expect(() => describeRefusal({ code: 'import_has_errors', params: {} })).not.toThrow()
  })
})

describe('what a supervisor can let pass', () => {
  test('is said by its declaration', () => {
    expect([isApprovable('over_limit'), isApprovable('over_every_limit')]).toEqual([true, false])
    const code: ApprovableCode = 'over_limit'
    // @ts-expect-error nobody passes the supervisors' own limit
    const other: ApprovableCode = 'over_every_limit'
    expect([code, other]).toHaveLength(2)
  })
  test('a command names apart, so that it takes an approval', () => {
    const desk = { office: 'desk', giveWay: 'never', output: output<null>() } as const
    const made = command({}, { ...desk, refusals: ['no_lines'], approvable: ['over_limit'] })
    expect(made.approvable).toBe(true)
    expect(made.refusals).toEqual(['no_lines', 'over_limit', 'approval_wrong', 'pin_wait'])
    expect(Object.keys(made.input.shape)).toContain('approval')
    // @ts-expect-error it could not be approved
    command({}, { ...desk, refusals: ['over_limit'] })
    // @ts-expect-error a query is not approved
    query({}, { output: output<null>(), refusals: ['over_limit'] })
    // @ts-expect-error nobody declares it
    query({}, { output: output<null>(), refusals: ['out_of_limits'] })
  })
})

describe('a warning', () => {
  test('is a code with what its sentence needs, and put in words where it is shown', () => {
    const passed: Warning = {
      code: 'numbers_given_before',
      params: { first: 'DBN-2', last: 'DBN-4', kind: 'debit_note', number: 'DBN-5' },
    }
    expect(describeWarning(passed)).toBe('DBN-2 to DBN-4 were given before, so this debit note is DBN-5.')
    // @ts-expect-error the number is forgotten
    const short: Warning = { code: 'void_with_it', params: {} }
    // @ts-expect-error nobody declares it
    const unknown: Warning = { code: 'beware', params: {} }
    expect([short, unknown]).toHaveLength(2)
  })
})
