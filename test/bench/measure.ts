/** Medians of interleaved pairs: both sides meet the same noise of the machine, so the ratio is steadier than either. */
export interface Measured {
  readonly name: string
  readonly ours_ms: number
  readonly raw_ms: number
  readonly pairs: number
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export const measurePairs = async (
  name: string,
  pairs: number,
  ours: () => unknown,
  raw: () => unknown,
): Promise<Measured> => {
  const warmUps = Math.ceil(pairs / 5)
  const times = { ours: [] as number[], raw: [] as number[] }
  for (let pair = -warmUps; pair < pairs; pair += 1) {
    // Which comes first alternates, so that neither always meets the other's leavings.
    const oursFirst = pair % 2 === 0
    const first = await timed(oursFirst ? ours : raw)
    const second = await timed(oursFirst ? raw : ours)
    if (pair < 0) continue
    times.ours.push(oursFirst ? first : second)
    times.raw.push(oursFirst ? second : first)
  }
  return { name, ours_ms: median(times.ours), raw_ms: median(times.raw), pairs }
}

const number = (value: number): string => (value < 10 ? value.toFixed(3) : value.toFixed(1))

/** A line of the result: what we take, what the raw side takes, and the ratio. */
export const report = ({ name, ours_ms, raw_ms, pairs }: Measured, rawIs: string, goal?: string): void => {
  const ratio = (ours_ms / raw_ms).toFixed(2)
  console.log(
    `${name.padEnd(46)} ${number(ours_ms).padStart(9)} ms  ${rawIs} ${number(raw_ms)} ms  ${ratio}x  (${pairs} pairs${goal ? `, goal ${goal}` : ''})`,
  )
}
