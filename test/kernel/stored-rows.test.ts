import { roles } from '../../src-shared/kit/operation.ts'
import { describe, expect, test } from 'vitest'
import { contract, type CommandName } from '../../src-shared/contract.ts'
import { rowsOf } from '../fixtures/dump.ts'
import { commandNames, prepared } from './every-command.ts'

/** What is asked of the rows that a command left, not of its answer, which might say what was asked for. */

const logged = commandNames.filter((name) => contract[name].logged)

/** Fields that hold what somebody wrote. */
const WRITTEN =
  /^(memo|reference|name|reason|payer|title|phone|email|taxNumber|vendorNumber|address|description|line1|line2|city|region|postalCode|country|role|writeOffReason|statementMessage)$/

/** Where what was written is kept in the log of commands alone. */
const IN_THE_LOG: Partial<Readonly<Record<CommandName, readonly string[]>>> = {
  'company.setClosingDate': ['reason'],
  'receiptBatches.reopen': ['reason'],
}

/** The same input, each field of what somebody wrote with a text of its own. */
const signed = (input: unknown, signs: Map<string, string>, path = ''): unknown => {
  if (Array.isArray(input)) return input.map((each, index) => signed(each, signs, `${path}.${index}`))
  if (typeof input !== 'object' || input === null) return input
  return Object.fromEntries(
    Object.entries(input).map(([key, value]: [string, unknown]) => {
      const here = path === '' ? key : `${path}.${key}`
      if (typeof value !== 'string' || !WRITTEN.test(key)) return [key, signed(value, signs, here)]
      if (key === 'role' && roles.some((role) => role === value)) return [key, value]
      const sign = `said${signs.size}q`
      signs.set(here, sign)
      return [key, sign]
    }),
  )
}

describe.each(logged)('%s', (name) => {
  test('keeps all that was written, and answers with what it keeps', async () => {
    const { company, inputs, send } = await prepared()
    const signs = new Map<string, string>()
    const input = signed(inputs[name], signs)
    const answer = await send(name, input)
    expect(answer).toMatchObject({ ok: true })
    const sql = company.sql()
    const rows = rowsOf(sql, ['command_log'])
    const inLog = IN_THE_LOG[name] ?? []
    const lost = [...signs].filter(([path, sign]) => !inLog.includes(path) && !rows.includes(sign))
    expect(lost.map(([path]) => path)).toEqual([])
    const log = sql.value<string>('SELECT input FROM command_log ORDER BY seq DESC LIMIT 1') ?? ''
    for (const path of inLog) expect(log).toContain(signs.get(path))
    const documents = answer.ok ? documentsIn(answer.value) : []
    for (const { id, number, total, dueDate } of documents) {
      const kept = sql.get('SELECT number, total, due_date AS dueDate FROM document WHERE id = ?', [id])
      expect(kept, number).toEqual({ number, total, dueDate: dueDate ?? kept?.['dueDate' as never] })
    }
  })
})

interface Posted {
  readonly id: number
  readonly number: string
  readonly total: number
  readonly dueDate?: string
}

/** The documents that an answer says were posted. */
const documentsIn = (value: unknown): readonly Posted[] => {
  if (Array.isArray(value)) return value.flatMap(documentsIn)
  if (typeof value !== 'object' || value === null) return []
  const has = value as Partial<Posted>
  const own = typeof has.id === 'number' && typeof has.number === 'string' && typeof has.total === 'number'
  return [...(own ? [has as Posted] : []), ...Object.values(value).flatMap(documentsIn)]
}
