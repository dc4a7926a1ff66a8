/** SQL as the pieces it is read by. Comments and blanks are left out; what a text file fills in counts as one piece. */
export interface SqlToken {
  readonly text: string
  readonly upper: string
  readonly from: number
  readonly until: number
  /** How many brackets and CASEs are open around it. */
  readonly depth: number
}

const PIECES =
  /--[^\n]*|\s+|\$\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}|'(?:[^']|'')*'|"[^"]*"|[A-Za-z_][\w]*|[:?@]\w*|\d+(?:\.\d+)?|<>|<=|>=|==|!=|\|\||[^\s]/g

export const sqlTokens = (sql: string): readonly SqlToken[] => {
  const tokens: SqlToken[] = []
  let depth = 0
  for (const { 0: text, index } of sql.matchAll(PIECES)) {
    if (text.startsWith('--') || text.trim() === '') continue
    const upper = text.toUpperCase()
    if (text === ')' || upper === 'END') depth -= 1
    tokens.push({ text, upper, from: index, until: index + text.length, depth })
    if (text === '(' || upper === 'CASE') depth += 1
  }
  return tokens
}
