import type { ThreadTask } from './messages.ts'
import { raise, type Task } from './thread.ts'

/** A call on its way: its answer as JSON text of an `Answer`, and how to stop it. The answer never rejects. */
export interface RunningCall {
  readonly answer: Promise<string>
  cancel(): void
}

export type OnProgress = (done: number, total: number) => void

/** A task and the call that waits for it. */
export const taskWithCall = (task: ThreadTask, onProgress: OnProgress = () => {}): readonly [Task, RunningCall] => {
  const cancelFlag = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  let settle: (json: string) => void = () => {}
  const answer = new Promise<string>((resolve) => {
    settle = resolve
  })
  return [
    { task, cancelFlag, onProgress, answer: settle, deaths: 0 },
    { answer, cancel: () => raise(cancelFlag) },
  ]
}

/** A call that is answered already. */
export const answeredCall = (json: string): RunningCall => ({ answer: Promise.resolve(json), cancel: () => {} })
