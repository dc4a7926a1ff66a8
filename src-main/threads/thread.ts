import { Worker } from 'node:worker_threads'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { internalAnswer, refusedAnswer } from '../kernel/answers.ts'
import type { FromThread, ThreadRole, ThreadTask, ToThread } from './messages.ts'

/** A task with all that is needed to hand it to another thread when the first one dies. */
export interface Task {
  readonly task: ThreadTask
  readonly cancelFlag: SharedArrayBuffer
  readonly onProgress: (done: number, total: number) => void
  /** Takes the answer as JSON text; called exactly once. */
  readonly answer: (json: string) => void
  /** Threads that died while running it. */
  readonly deaths: number
}

export interface ThreadOptions {
  readonly role: ThreadRole
  readonly file: URL
  readonly log: (line: string) => void
  readonly keys: () => readonly Uint8Array[]
  /** The thread ended unasked; `left` is what it had not answered, oldest first, `answer` the `internal` to give. */
  readonly onDeath: (left: readonly Task[], answer: string) => void
}

/** One worker thread and what it has been asked. */
export class Thread {
  readonly #worker: Worker
  readonly #log: (line: string) => void
  readonly #keys: () => readonly Uint8Array[]
  readonly #pending = new Map<number, Task>()
  #lastId = 0
  /** Set once the thread has ended: what every later task is answered. */
  #ended: string | undefined

  constructor(options: ThreadOptions) {
    this.#log = options.log
    this.#keys = options.keys
    this.#worker = new Worker(options.file, { workerData: { role: options.role }, name: options.role })
    let failure = new Error(`the ${options.role} thread stopped`)
    this.#worker.on('message', (message: FromThread) => this.#receive(message))
    this.#worker.on('error', (error) => {
      if (error instanceof Error) failure = error
    })
    this.#worker.on('exit', () => {
      if (this.#ended !== undefined) return
      this.#ended = JSON.stringify(internalAnswer(`the ${options.role} thread`, failure, options.log))
      options.onDeath(this.#takePending(), this.#ended)
    })
  }

  /** Hands a task over. Tasks are answered in order, each exactly once. */
  run(task: Task): void {
    if (this.#ended !== undefined) {
      task.answer(this.#ended)
      return
    }
    const id = (this.#lastId += 1)
    this.#pending.set(id, task)
    const message = { id, task: task.task, cancelFlag: task.cancelFlag }
    const keys = task.task.type === 'call' ? {} : { keys: this.#keys() }
    this.#worker.postMessage({ ...message, ...keys } satisfies ToThread)
  }

  /** Asks whatever it runs or holds to stop; what heeds cancelling answers `cancelled`. */
  cancelAll(): void {
    for (const { cancelFlag } of this.#pending.values()) raise(cancelFlag)
  }

  /** Ends the thread, also in the middle of a task; whatever is left is answered `cancelled`. */
  async end(): Promise<void> {
    this.#ended ??= refusedJson(new Refusal('no_company_open'))
    for (const task of this.#takePending()) task.answer(refusedJson(new Refusal('cancelled')))
    await this.#worker.terminate()
  }

  #takePending(): readonly Task[] {
    const left = [...this.#pending.values()]
    this.#pending.clear()
    return left
  }

  #receive(message: FromThread): void {
    switch (message.type) {
      case 'log':
        this.#log(message.line)
        return
      case 'progress':
        this.#pending.get(message.id)?.onProgress(message.done, message.total)
        return
      case 'answer':
        this.#pending.get(message.id)?.answer(message.json)
        this.#pending.delete(message.id)
        return
    }
  }
}

const refusedJson = (refusal: Refusal): string => JSON.stringify(refusedAnswer(refusal))

/** Tells a task to stop, also one that is busy in synchronous code. */
export const raise = (cancelFlag: SharedArrayBuffer): void => {
  Atomics.store(new Int32Array(cancelFlag), 0, 1)
}
