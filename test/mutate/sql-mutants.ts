import { sqlTokens, type SqlToken } from './sql-tokens.ts'

/** A statement with one fault in it, such as a tired programmer makes. */
export interface SqlMutant {
  readonly what: string
  /** Where in the text it is. */
  readonly at: number
  readonly sql: string
}

interface Change {
  readonly what: string
  readonly from: number
  readonly until: number
  readonly by: string
}

const OPENS = new Set(['WHERE', 'ON', 'HAVING', 'WHEN'])
const ENDS = new Set([
  ...OPENS,
  'GROUP',
  'ORDER',
  'LIMIT',
  'UNION',
  'EXCEPT',
  'LEFT',
  'CROSS',
  'JOIN',
  'THEN',
  'BEGIN',
  'RETURNING',
  'SELECT',
  'FROM',
  ',',
  ';',
  ')',
  'END',
  'AS',
  'ELSE',
])

interface Part {
  readonly from: number
  readonly until: number
}

interface Condition {
  readonly isInBrackets: boolean
  readonly tokens: readonly SqlToken[]
}

/** The conditions of a statement: what stands behind WHERE, ON, HAVING or WHEN, and in brackets among them. */
const conditions = (tokens: readonly SqlToken[]): readonly Condition[] => {
  const found: Condition[] = []
  for (const [at, token] of tokens.entries()) {
    const isOpened = OPENS.has(token.upper) || token.text === '('
    const first = tokens[at + 1]
    if (!isOpened || first === undefined || first.upper === 'SELECT' || first.upper === 'WITH') continue
    const { depth } = first
    let end = at + 1
    for (let next = tokens[end]; next !== undefined; next = tokens[end]) {
      if (next.depth < depth || (next.depth === depth && ENDS.has(next.upper) && end > at + 1)) break
      end += 1
    }
    found.push({ isInBrackets: token.text === '(', tokens: tokens.slice(at + 1, end) })
  }
  return found
}

const splitBy = (tokens: readonly SqlToken[], word: 'AND' | 'OR'): readonly (readonly SqlToken[])[] => {
  const depth = tokens[0]?.depth ?? 0
  const parts: SqlToken[][] = [[]]
  let isBetween = false
  for (const token of tokens) {
    if (token.depth === depth && token.upper === 'BETWEEN') isBetween = true
    else if (token.depth === depth && token.upper === 'AND' && isBetween) isBetween = false
    else if (token.depth === depth && token.upper === word) {
      parts.push([])
      continue
    }
    parts.at(-1)?.push(token)
  }
  return parts
}

const spanOf = (tokens: readonly SqlToken[]): Part => ({ from: tokens[0]?.from ?? 0, until: tokens.at(-1)?.until ?? 0 })

/** Each operand of an OR or an AND taken away; a condition of one operand holds always. */
const lostOperands = (sql: string, tokens: readonly SqlToken[]): readonly Change[] =>
  conditions(tokens).flatMap((condition) => {
    const branches = splitBy(condition.tokens, 'OR')
    const said = ({ from, until }: Part) => sql.slice(from, until).replaceAll(/\s+/g, ' ')
    const changes: Change[] = []
    if (branches.length > 1)
      for (const branch of branches)
        changes.push({ ...spanOf(branch), what: `OR lost: ${said(spanOf(branch))}`, by: '0' })
    for (const branch of branches) {
      const operands = splitBy(branch, 'AND')
      const isWhole = operands.length === 1 && branches.length === 1
      if (operands.length < 2 && !isWhole) continue
      if (isWhole && condition.isInBrackets) continue
      for (const operand of operands)
        changes.push({ ...spanOf(operand), what: `condition lost: ${said(spanOf(operand))}`, by: '1' })
    }
    return changes
  })

/** Where the part of a UNION that begins after `at` ends. */
const endOfPart = (tokens: readonly SqlToken[], at: number, depth: number): number => {
  const found = tokens.findIndex(
    (token, index) =>
      index > at && (token.depth < depth || (token.depth === depth && ['UNION', 'ORDER'].includes(token.upper))),
  )
  return found < 0 ? tokens.length : found
}

/** Where the part of a UNION that ends before `at` begins, and whether that is the first. */
const startOfPart = (
  tokens: readonly SqlToken[],
  at: number,
  depth: number,
): readonly [start: number, isFirst: boolean] => {
  const before = tokens.findLastIndex(
    (token, index) => index < at && (token.depth < depth || (token.depth === depth && token.upper === 'UNION')),
  )
  return [before + 1, tokens[before]?.upper !== 'UNION']
}

/** Each part of a UNION taken away. */
const lostParts = (tokens: readonly SqlToken[]): readonly Change[] =>
  tokens.flatMap((token, at): readonly Change[] => {
    if (token.upper !== 'UNION') return []
    const last = tokens[endOfPart(tokens, at, token.depth) - 1]
    const changes: Change[] = []
    if (last) changes.push({ from: token.from, until: last.until, what: 'part of a UNION lost', by: '' })
    const [start, isFirst] = startOfPart(tokens, at, token.depth)
    const [first, next] = [tokens[start], tokens[tokens[at + 1]?.upper === 'ALL' ? at + 2 : at + 1]]
    if (isFirst && first && next)
      changes.push({ from: first.from, until: next.from, what: 'first part of a UNION lost', by: '' })
    return changes
  })

const OTHER_WORD: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '<>': '=',
  '+': '-',
  base_amount: 'amount',
  base_total: 'total',
  base_balance: 'balance',
  baseamount: 'amount',
  due_date: 'document_date',
  document_date: 'due_date',
  posting_date: 'document_date',
  effective_date: 'document_date',
  first_applied_on: 'last_entry_on',
  last_entry_on: 'first_applied_on',
  debit_id: 'credit_id',
  credit_id: 'debit_id',
  min: 'max',
  max: 'min',
  desc: 'ASC',
  distinct: '',
  write_off: 'discount',
  discount: 'write_off',
  amount: 'base_amount',
  total: 'base_total',
  balance: 'base_balance',
}

/** Of two words or one: what stands in place of them. */
const OTHER_PAIR: Readonly<Record<string, string>> = {
  'LEFT JOIN': 'JOIN',
  'NOT EXISTS': 'EXISTS',
  'IS NOT': 'IS',
  'UNION ALL': 'UNION',
}

const changedWords = (tokens: readonly SqlToken[]): readonly Change[] =>
  tokens.flatMap((token, at): readonly Change[] => {
    const { text, upper, from, until } = token
    const next = tokens[at + 1]
    const pair = `${upper} ${next?.upper}`
    const ofPair = upper === 'LIMIT' ? '' : OTHER_PAIR[pair]
    if (next && ofPair !== undefined)
      return [{ from, until: next.until, by: ofPair, what: `${pair} -> ${ofPair || 'nothing'}` }]
    const before = tokens[at - 1]?.upper
    const isCount = /^\d+$/.test(text) && before !== 'SELECT'
    const by = isCount ? String(Number(text) + 1) : OTHER_WORD[text.toLowerCase()]
    // A name that a column is given is said once more where it is used.
    if (by === undefined || before === 'AS') return []
    return [{ from, until, by, what: `${text} -> ${by || 'nothing'}` }]
  })

/** The brackets of a call such as `coalesce (a, b)`, and where its commas are. */
const argumentsOf = (tokens: readonly SqlToken[], at: number): readonly (readonly SqlToken[])[] => {
  const open = tokens[at + 1]
  if (open?.text !== '(') return []
  const parts: SqlToken[][] = [[]]
  for (let next = at + 2; next < tokens.length; next += 1) {
    const token = tokens[next]
    if (token === undefined || token.depth <= open.depth) break
    if (token.depth === open.depth + 1 && token.text === ',') parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts
}

/** `coalesce` without what stands in for NULL, `iif` with one outcome only. */
const lostFallbacks = (sql: string, tokens: readonly SqlToken[]): readonly Change[] =>
  tokens.flatMap((token, at): Change[] => {
    if (token.upper !== 'COALESCE' && token.upper !== 'IIF') return []
    const parts = argumentsOf(tokens, at)
    const last = parts.at(-1)?.at(-1)
    const close = tokens[tokens.indexOf(last ?? token) + 1]
    if (parts.length < 2 || close === undefined) return []
    const taken = token.upper === 'COALESCE' ? [0] : [1, 2]
    return taken.flatMap((index): Change[] => {
      const part = parts[index]
      if (part === undefined || part.length === 0) return []
      const { from, until } = spanOf(part)
      const text = sql.slice(from, until)
      return [{ from: token.from, until: close.until, by: `(${text})`, what: `${token.text} -> ${text}` }]
    })
  })

/** An order turned round, one term at a time; one that says DESC is among the changed words. */
const turnedOrders = (tokens: readonly SqlToken[]): readonly Change[] =>
  tokens.flatMap((token, at): Change[] => {
    if (token.upper !== 'ORDER') return []
    const changes: Change[] = []
    for (let next = at + 2; next <= tokens.length; next += 1) {
      const here = tokens[next]
      const isEnd = here === undefined || here.depth < token.depth || ['LIMIT', 'RANGE', ';'].includes(here.upper)
      const before = tokens[next - 1]
      const isTerm = isEnd || (here.depth === token.depth && here.text === ',')
      if (isTerm && before && !['DESC', 'ASC', 'BY'].includes(before.upper))
        changes.push({ from: before.until, until: before.until, by: ' DESC', what: `ORDER BY ${before.text} -> DESC` })
      if (isEnd) break
    }
    return changes
  })

/** Every statement that differs from this one by one fault. Those that SQLite cannot read are among them. */
export const sqlMutants = (sql: string): readonly SqlMutant[] => {
  const tokens = sqlTokens(sql)
  const changes = [
    ...lostOperands(sql, tokens),
    ...lostParts(tokens),
    ...changedWords(tokens),
    ...lostFallbacks(sql, tokens),
    ...turnedOrders(tokens),
  ]
  const seen = new Set<string>([sql])
  return changes.flatMap(({ what, from, until, by }) => {
    const text = `${sql.slice(0, from)}${by}${sql.slice(until)}`
    if (seen.has(text)) return []
    seen.add(text)
    return [{ what, at: from, sql: text }]
  })
}
