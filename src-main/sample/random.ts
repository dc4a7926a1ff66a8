/** A stream of choices that is the same for the same seed. */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  /** True about `parts` times in a thousand. */
  perMille(parts: number): boolean
  pick<T>(choices: readonly T[]): T
  shuffled<T>(items: readonly T[]): readonly T[]
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, plenty for a company's history. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next32 = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const whole = (least: number, most: number): number => least + (next32() % (most - least + 1))
  const pick = <T>(choices: readonly T[]): T => {
    const chosen = choices[whole(0, choices.length - 1)]
    if (chosen === undefined) throw new RangeError('There is nothing to choose from.')
    return chosen
  }
  const shuffled = <T>(items: readonly T[]): readonly T[] => {
    const left = [...items]
    return items.map(() => {
      const [taken] = left.splice(whole(0, left.length - 1), 1)
      // splice of a place inside the list takes one item
      return taken as T
    })
  }
  return { whole, pick, shuffled, perMille: (parts) => whole(0, 999) < parts }
}
