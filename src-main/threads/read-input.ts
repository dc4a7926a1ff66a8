import { contract, type OperationName, type ParsedInput } from '../../src-shared/contract.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { parseInput } from '../kernel/parse-input.ts'

/** The largest input taken, in bytes of UTF-8 JSON text. */
export const INPUT_BYTES_MAX = 1_000_000
/** No input of the contract nests deeper than a few levels; a draft's body is the deepest. */
export const INPUT_DEPTH_MAX = 64

const refused = (problem: string): Refusal => new Refusal('invalid_input', { field: 'The entry', problem })

/** Throws Refusal `invalid_input` for a text over the limit. Characters are counted first, being the quicker to count. */
export const assertInputSize = (text: string): void => {
  if (text.length <= INPUT_BYTES_MAX && Buffer.byteLength(text) <= INPUT_BYTES_MAX) return
  throw refused('is larger than 1 MB. Enter less at once')
}

/** Parses input text of unknown origin: bounded in size and depth, and without `__proto__`. Throws Refusal `invalid_input`. */
export const readJson = (text: string): unknown => {
  assertInputSize(text)
  const value = parsed(text)
  assertPlain(value)
  return value
}

/** Reads the input of one operation, strictly. For operations of the main process; the others are parsed by the kernel. */
export const readInput = <N extends OperationName>(name: N, inputJson: string): ParsedInput<N> =>
  parseInput(contract[name].input, readJson(inputJson)) as ParsedInput<N>

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    // The engine's message quotes the text, which may be the clerk's: it is left out.
    if (error instanceof SyntaxError) throw refused('is not JSON. Restart Duebook')
    throw error
  }
}

// Walked with a list of its own: half a million brackets would exhaust the call stack.
const assertPlain = (root: unknown): void => {
  let level: readonly object[] = isObject(root) ? [root] : []
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > INPUT_DEPTH_MAX) throw refused('is nested too deeply. Restart Duebook')
    const next: object[] = []
    for (const node of level) {
      if (Object.hasOwn(node, '__proto__')) throw refused('has parts that do not belong there. Restart Duebook')
      for (const child of Object.values(node)) if (isObject(child)) next.push(child)
    }
    level = next
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
