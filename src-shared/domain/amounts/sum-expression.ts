import { plainCode } from '../text/look-alike.ts'
import { parsed, refused } from '../text/parsed.ts'
import type { Parsed, ParseProblem } from '../text/parsed.ts'
import type { NumberLocale } from './amount-text.ts'

/** What the clerk typed into the adding machine, read but not yet worked out. Numbers stay decimal text. */
export type SumExpression =
  | { readonly kind: 'number'; readonly decimal: string }
  | { readonly kind: 'negate'; readonly operand: SumExpression }
  | { readonly kind: 'percent'; readonly operand: SumExpression }
  | { readonly kind: 'operation'; readonly sign: Sign; readonly left: SumExpression; readonly right: SumExpression }

export type Sign = '+' | '-' | '*' | '/'

type Token = { readonly kind: 'number'; readonly decimal: string } | { readonly kind: 'sign'; readonly sign: string }

const SUM_LENGTH_MAX = 200
const SIGNS: Readonly<Record<string, string>> = { '\u2212': '-', '\u00d7': '*', x: '*', X: '*', '\u00f7': '/' }

/**
 * Reads `12*3+5`, `(100-2)/4`, `200+18%`. Products bind before sums, equal signs work from left to right.
 * A trailing `=` is accepted, as on the machine.
 */
export function parseSum(text: string, locale: NumberLocale): Parsed<SumExpression> {
  const trimmed = plainCode(text).replace(/\s*=$/, '')
  if (trimmed === '') return refused({ kind: 'empty' })
  if (trimmed.length > SUM_LENGTH_MAX) return refused({ kind: 'too_long', max: SUM_LENGTH_MAX })
  const tokens = tokenize(trimmed, locale)
  if (!tokens.ok) return tokens
  const reader: Reader = { tokens: tokens.value, position: 0 }
  const expression = readSum(reader)
  if (expression === null || reader.position < reader.tokens.length) {
    return refused({ kind: 'unfinished_sum', text: trimmed })
  }
  return parsed(expression)
}

function tokenize(text: string, locale: NumberLocale): Parsed<readonly Token[]> {
  const tokens: Token[] = []
  let position = 0
  while (position < text.length) {
    const character = text.charAt(position)
    const sign = SIGNS[character] ?? character
    if (/\s/.test(character)) position += 1
    else if ('+-*/()%'.includes(sign)) {
      tokens.push({ kind: 'sign', sign })
      position += 1
    } else {
      const number = readNumberAt(text, position, locale)
      if ('problem' in number) return refused(number.problem)
      tokens.push({ kind: 'number', decimal: number.decimal })
      position = number.end
    }
  }
  return parsed(tokens)
}

type NumberAt = { readonly decimal: string; readonly end: number } | { readonly problem: ParseProblem }

/** The longest number from here on; a thousands separator counts only where three digits follow it, or groups as in India. */
function readNumberAt(text: string, start: number, locale: NumberLocale): NumberAt {
  let end = start
  let decimal = ''
  let pointSeen = false
  while (end < text.length) {
    const rest = text.slice(end)
    if (/^\d/.test(rest)) decimal += rest.charAt(0)
    else if (!pointSeen && rest.startsWith(locale.decimal)) {
      pointSeen = true
      decimal += '.'
    } else if (!isGroupAt(rest, decimal, pointSeen, locale.group)) break
    end += 1
  }
  if (/\d/.test(decimal)) return { decimal: decimal.replace(/\.$/, '').replace(/^\./, '0.'), end }
  return { problem: { kind: 'unexpected_character', character: text.charAt(start) } }
}

const isGroupAt = (rest: string, decimal: string, pointSeen: boolean, group: string): boolean =>
  group !== '' && !pointSeen && decimal !== '' && isBeforeThree(rest, group)

/** Groups of two, as in India, end in one of three: 1,00,000. */
function isBeforeThree(rest: string, group: string): boolean {
  let at = 0
  while (rest.startsWith(group, at)) {
    const digits = /^\d+/.exec(rest.slice(at + group.length))?.[0].length ?? 0
    if (digits === 3) return true
    if (digits !== 2) return false
    at += group.length + digits
  }
  return false
}

type Reader = { readonly tokens: readonly Token[]; position: number }

function takeSign<S extends string>(reader: Reader, signs: readonly S[]): S | null {
  const token = reader.tokens[reader.position]
  const found = token?.kind === 'sign' ? signs.find((sign) => sign === token.sign) : undefined
  if (found === undefined) return null
  reader.position += 1
  return found
}

type Level = (reader: Reader) => SumExpression | null

/** Left-associative chain of one level: operands of the tighter level joined by the level's signs. */
const chain =
  (signs: readonly Sign[], operand: Level): Level =>
  (reader) => {
    let left = operand(reader)
    while (left !== null) {
      const sign = takeSign(reader, signs)
      if (sign === null) return left
      const right = operand(reader)
      if (right === null) return null
      left = { kind: 'operation', sign, left, right }
    }
    return null
  }

const readSum: Level = chain(['+', '-'], chain(['*', '/'], readSigned))

function readSigned(reader: Reader): SumExpression | null {
  const sign = takeSign(reader, ['-', '+'])
  if (sign === null) return readOperand(reader)
  const operand = readSigned(reader)
  if (operand === null) return null
  return sign === '-' ? { kind: 'negate', operand } : operand
}

function readOperand(reader: Reader): SumExpression | null {
  const value = readValue(reader)
  if (value === null || takeSign(reader, ['%']) === null) return value
  return { kind: 'percent', operand: value }
}

function readValue(reader: Reader): SumExpression | null {
  if (takeSign(reader, ['(']) !== null) {
    const inner = readSum(reader)
    return inner !== null && takeSign(reader, [')']) !== null ? inner : null
  }
  const token = reader.tokens[reader.position]
  if (token?.kind !== 'number') return null
  reader.position += 1
  return token
}
