import { v7 as uuidV7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { contract, type OperationName } from '../../src-shared/contract.ts'
import { FIRST_DATE, LAST_DATE } from '../../src-shared/domain/dates/calendar.ts'
import { AMOUNT_MAX } from '../../src-shared/domain/amounts/money.ts'
import { operationNames, prepared, type Prepared } from './every-command.ts'

/** What is far out but of the right form has an answer or a refusal: no operation breaks on it. */

const DATE = /^\d{4}-\d{2}-\d{2}$/
const DECIMAL = /^\d+(\.\d+)?$/

const PRICES = ['9000000000000000', '-9000000000000000', '90000000000000.01', '9000000000.000001', '0.000001']

const extremesOf = (value: unknown, key = ''): readonly unknown[] => {
  if (key === 'unitPrice') return [AMOUNT_MAX, -AMOUNT_MAX, 0, 1, ...PRICES]
  if (typeof value === 'number') return [AMOUNT_MAX, -AMOUNT_MAX, 0, 1, 100_000_000, 9998, 365]
  if (typeof value !== 'string') return []
  if (DATE.test(value)) return [FIRST_DATE, LAST_DATE, '1900-12-31', '9998-01-01', '2000-02-29']
  return DECIMAL.test(value) ? ['0.000000001', '999999.999999999', '1'] : []
}

type Changed = readonly [path: string, input: unknown]

/** The input with each value that has extremes put in its place, one at a time and then all of one kind at once. */
const extremeInputs = (input: unknown): readonly Changed[] => {
  const found: Changed[] = []
  const visit = (value: unknown, path: string, rebuild: (changed: unknown) => unknown): void => {
    const named = path.slice(path.lastIndexOf('.') + 1)
    for (const extreme of extremesOf(value, named)) found.push([`${path} = ${String(extreme)}`, rebuild(extreme)])
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      const change = (changed: unknown): unknown =>
        Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed }
      visit(inner, `${path}.${key}`, (changed) => rebuild(change(changed)))
    }
  }
  visit(input, '', (changed) => changed)
  const everywhere = (at: number, amounts: boolean): unknown =>
    JSON.parse(JSON.stringify(input), (key: string, value: unknown) => {
      const isAmount = typeof value === 'number'
      if (/id|version|lineNo/i.test(key) || isAmount !== amounts) return value
      const extremes = extremesOf(value)
      return extremes.length === 0 ? value : extremes[at % extremes.length]
    }) as unknown
  for (const at of [0, 1])
    found.push([`every date [${at}]`, everywhere(at, false)], [`every figure [${at}]`, everywhere(at, true)])
  return found
}

const named = operationNames.filter((name) => contract[name].kind !== 'shell')

const answersOf = async (name: OperationName, made: Prepared): Promise<readonly string[]> => {
  const broken: string[] = []
  for (const [path, input] of extremeInputs(made.inputs[name])) {
    const sent = contract[name].kind === 'command' ? { ...(input as object), commandUid: uuidV7() } : input
    const answer = await made.send(name, sent)
    if (!answer.ok && answer.error.code === 'internal') broken.push(`${name}${path}`)
  }
  return broken
}

describe('extreme but well-formed input', () => {
  test.each(named)('%s answers or refuses by name', async (name) => {
    expect(await answersOf(name, await prepared())).toEqual([])
  })
})

/** Books whose own facts are far out: the first and the last day, the largest amounts, everything closed. */
const farOut = async (): Promise<Prepared> => {
  const made = await prepared()
  const { company, inputs } = made
  const invoice = inputs['invoices.post']
  const [line] = invoice.lines
  if (line === undefined) throw new Error('an invoice has a line')
  const post = (documentDate: typeof FIRST_DATE, unitPrice: number): Promise<unknown> =>
    company.call('invoices.post', { ...invoice, commandUid: uuidV7(), documentDate, lines: [{ ...line, unitPrice }] })
  await post(FIRST_DATE, 5_000_000)
  await post(LAST_DATE, AMOUNT_MAX)
  await company.call('receipts.post', {
    ...inputs['receipts.post'],
    commandUid: uuidV7(),
    date: FIRST_DATE,
    applications: [],
  })
  return made
}

describe('books that are far out', () => {
  test.each(named)('%s answers or refuses by name', async (name) => {
    expect(await answersOf(name, await farOut())).toEqual([])
  })

  test.each(named)('%s answers or refuses by name while every day is closed', async (name) => {
    const made = await farOut()
    await made.company.call('company.setClosingDate', { closingDate: LAST_DATE, reason: 'the end', version: 1 })
    expect(await answersOf(name, made)).toEqual([])
  })
})
