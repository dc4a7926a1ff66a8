/** The row a key moves to in a list of `count` rows, or null when it is no such key. */
export function rowForKey(key: string, current: number, count: number, pageRows: number): number | null {
  if (count === 0) return null
  const to = target(key, current, count, pageRows)
  return to === null ? null : Math.max(0, Math.min(count - 1, to))
}

function target(key: string, current: number, count: number, pageRows: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return current + 1
    case 'ArrowUp':
      return current < 0 ? 0 : current - 1
    case 'PageDown':
      return current + pageRows
    case 'PageUp':
      return current - pageRows
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/** Letters typed within this time belong together, in ms. */
export const TYPED_TOGETHER_MS = 800

/** The first row, from `from` on and around, whose text begins with what was typed; -1 when none does. */
export function rowForText(typed: string, from: number, count: number, textOf: (index: number) => string): number {
  const wanted = typed.toLowerCase()
  for (let step = 0; step < count; step += 1) {
    const index = (from + step) % count
    if (textOf(index).toLowerCase().startsWith(wanted)) return index
  }
  return -1
}
