import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

/** What victim.ts can be killed at. */
export type Deed = 'import' | 'backup' | 'restore' | 'create' | 'migrate' | 'encrypt' | 'decrypt'

export interface Ended {
  readonly done: boolean
  /** From the start of the work to its end or to the kill. */
  readonly ms: number
}

/** Starts the work in a process of its own and kills it after a while; says whether it was done by then. */
export const killed = async (
  program: string,
  deed: Deed,
  path: string,
  other: string,
  after_ms: number,
): Promise<Ended> => {
  const victim = spawn(process.execPath, [program, deed, path, other], { stdio: ['pipe', 'pipe', 'inherit'] })
  let done = false
  const begun = Promise.withResolvers<void>()
  const finished = Promise.withResolvers<void>()
  victim.stdout.on('data', (said: Buffer) => {
    const text = said.toString()
    if (text.includes('begun')) begun.resolve()
    done ||= text.includes('done')
    if (done) finished.resolve()
  })
  victim.stdin.write('go')
  await begun.promise
  const started = performance.now()
  await Promise.race([finished.promise, sleep(after_ms)])
  const ms = performance.now() - started
  victim.kill('SIGKILL')
  await once(victim, 'exit')
  return { done, ms }
}

/** How long the work takes unharmed, so that the kills fall within it and not before or after. */
export const unharmed = async (program: string, deed: Deed, path: string, other: string): Promise<number> =>
  (await killed(program, deed, path, other, 60_000)).ms

/**
 * When the n-th of so many kills comes: one in each part of the work and a little after its end, so that some land in the
 * middle of it however fast the machine is today.
 */
export const momentOf = (kill: number, kills: number, whole_ms: number, random: () => number): number =>
  ((kill + random()) / kills) * whole_ms * 1.1
