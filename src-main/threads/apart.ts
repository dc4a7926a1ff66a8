import type { KeyRing } from '../company-file/encryption/key-ring.ts'
import type { ThreadTask } from './messages.ts'
import { taskWithCall, type OnProgress, type RunningCall } from './running-call.ts'
import { Thread } from './thread.ts'

export interface HostOptions {
  readonly log: (line: string) => void
  /** The built or the source file of the threads. */
  readonly threadFile: URL
  /** The program's own file that says which device works in which copy of a company. */
  readonly devices?: string
  /** The keys of encrypted files that may be opened now. */
  readonly ring: KeyRing
}

/** Runs one task in a thread of its own, which ends with it. */
export const runApart = (options: HostOptions, task: ThreadTask, onProgress?: OnProgress): RunningCall => {
  const { threadFile: file, log, ring } = options
  const onDeath = (left: readonly { readonly answer: (json: string) => void }[], internal: string): void => {
    for (const one of left) one.answer(internal)
  }
  const thread = new Thread({ role: 'maker', file, log, keys: () => ring.keys, onDeath })
  const [full, call] = taskWithCall(task, onProgress)
  thread.run(full)
  const ended = async (): Promise<string> => {
    const answer = await call.answer
    await thread.end()
    return answer
  }
  return { answer: ended(), cancel: () => call.cancel() }
}
