import { basename } from 'node:path'
import { contract, type InputOf, type OperationName, type OutputOf } from '../../src-shared/contract.ts'
import type { Twin } from '../../src-shared/company/contract/copy.ts'
import type { Answer } from '../../src-shared/kit/operation.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { refusedAnswer } from '../kernel/answers.ts'
import { readAnswer, valueOf } from './answers.ts'
import { runApart, type HostOptions } from './apart.ts'
import { checkInTwo } from './check-in-two.ts'
import type { ThreadTask } from './messages.ts'
import { answeredCall, taskWithCall, type OnProgress, type RunningCall } from './running-call.ts'
import type { Opened } from './tasks.ts'
import { Thread, type Task } from './thread.ts'

export interface CallOptions {
  /** The path behind the input's file token. */
  readonly file?: string
  readonly onProgress?: OnProgress
}

const roles = ['ledger', 'read', 'report'] as const
type Role = (typeof roles)[number]

/** Deaths after which threads are given up until the company is opened again: something kills them all. */
const DEATHS_MAX = 5

/**
 * The three threads of one company file: commands go to the ledger's, queries to the reader's, reports to the third, so
 * that a slow report delays neither a posting nor a key stroke. A thread that dies is replaced and the file opened again.
 */
export class CompanyThreads {
  readonly #options: HostOptions
  readonly #threads: Record<Role, Thread>
  #path = ''
  readonly #apart = new Set<RunningCall>()
  #onlyReads: Refusal | null = null
  #changed = false
  #twin: Twin | null = null
  #endedCleanly = true
  #broken: readonly string[] = []
  /** Who works, for all three threads; undefined while the file is only read, which anybody may. */
  #userId: number | null | undefined
  #deaths = 0

  constructor(options: HostOptions) {
    this.#options = options
    this.#threads = { ledger: this.#thread('ledger'), read: this.#thread('read'), report: this.#thread('report') }
  }

  get path(): string {
    return this.#path
  }

  /** Why the file is only read, damaged or a backup: queries work, commands are refused with it. */
  get onlyReads(): Refusal | null {
    return this.#onlyReads
  }

  /** Another file of the company that has what this one has not. */
  get twin(): Twin | null {
    return this.#twin
  }

  /** Whether the file is as it was closed, sound; else all of it is to be checked, beside the work. */
  get endedCleanly(): boolean {
    return this.#endedCleanly
  }

  /** Whether a command was written to the log since the file was opened. */
  get changed(): boolean {
    return this.#changed
  }

  /**
   * Opens the file in all three threads; a damaged one and a backup for reading only. Progress is told while an older file is
   * brought up to date. Throws the Refusal, and then is to be closed.
   */
  async open(path: string, onProgress?: OnProgress): Promise<void> {
    this.#path = path
    const opened = await this.#ask('ledger', this.#opening(path), onProgress)
    if (!opened.ok && isReadAllTheSame(opened.error.code)) this.#onlyReads = Refusal.from(opened.error)
    else {
      const { userId, twin, endedCleanly } = valueOf(opened) as Opened
      this.#endedCleanly = endedCleanly
      this.#userId = userId
      this.#twin = twin
    }
    const readers = await Promise.all([
      this.#ask('read', this.#opening(path)),
      this.#ask('report', this.#opening(path)),
    ])
    for (const reader of readers) {
      if (!reader.ok) throw this.#onlyReads?.code === 'file_corrupt' ? this.#onlyReads : Refusal.from(reader.error)
    }
  }

  /** What a check found broken while it was open: the titles of the rules; none where a page could not be read. */
  get broken(): readonly string[] {
    return this.#broken
  }

  /**
   * All of it was checked; null says that it is sound. Of a damaged file every later command is refused, and what was posted by
   * now is in it.
   */
  async checked(broken: readonly string[] | null): Promise<void> {
    if (broken !== null) {
      this.#onlyReads = new Refusal('file_corrupt', { file: basename(this.#path) })
      this.#broken = broken
    }
    valueOf(await this.#ask('ledger', { type: 'checked', isSound: broken === null }))
  }

  /**
   * Starts an operation on the thread of its kind. The main process answers shell operations itself. The file is checked in a
   * thread of its own, beside the rest of that check.
   */
  start(name: OperationName, inputJson: string, options: CallOptions = {}): RunningCall {
    if (name !== 'company.check' || inputJson !== '{}') return this.#start(name, inputJson, options)
    const task: ThreadTask = { type: 'backups', job: { do: 'checkFile', path: this.#path } }
    const input = JSON.stringify({ withFile: false } satisfies InputOf<'company.check'>)
    return checkInTwo(
      {
        file: (onProgress) => this.#beside(runApart(this.#options, task, onProgress)),
        books: (onProgress) => this.#start(name, input, { ...options, onProgress }),
      },
      options.onProgress ?? (() => {}),
    )
  }

  #start(name: OperationName, inputJson: string, options: CallOptions): RunningCall {
    const operation = contract[name]
    const role = roleOf[operation.kind]
    if (role === null) return refusedCall(new Refusal('unknown_operation'))
    if (role === 'ledger' && this.#onlyReads) return refusedCall(this.#onlyReads)
    const [task, call] = taskWithCall(
      {
        type: 'call',
        name,
        inputJson,
        file: options.file ?? null,
        ...(this.#userId === undefined ? {} : { userId: this.#userId }),
      },
      options.onProgress,
    )
    if (operation.logged) this.#threads[role].run({ ...task, answer: this.#noting(task.answer) })
    else this.#threads[role].run({ ...task, answer: this.#followingSignIn(name, task.answer) })
    return call
  }

  /** Stops reports, lets commands finish, long ones roll back, closes the file and ends the threads. */
  async close(): Promise<void> {
    // No file was opened: whatever the threads still do is in nobody's way, and nothing to wait for.
    if (this.#path === '') {
      await Promise.all(Object.values(this.#threads).map((thread) => thread.end()))
      return
    }
    for (const thread of Object.values(this.#threads)) thread.cancelAll()
    for (const call of this.#apart) call.cancel()
    await Promise.all([...this.#apart].map(({ answer }) => answer))
    await Promise.all([this.#threads.read.end(), this.#threads.report.end()])
    const closed = await this.#ask('ledger', { type: 'close' })
    await this.#threads.ledger.end()
    valueOf(closed)
  }

  /** What reads the file in another thread, which closing waits for. */
  #beside(call: RunningCall): RunningCall {
    this.#apart.add(call)
    void call.answer.then(() => this.#apart.delete(call))
    return call
  }

  async #ask(role: Role, task: ThreadTask, onProgress?: OnProgress): Promise<Answer<unknown>> {
    const [full, call] = taskWithCall(task, onProgress)
    this.#threads[role].run(full)
    return readAnswer(await call.answer)
  }

  // Answers start with {"ok":true or {"ok":false: reading the whole of a large one again would cost its length.
  #noting(answer: (json: string) => void): (json: string) => void {
    return (json) => {
      if (json.startsWith('{"ok":true')) this.#changed = true
      answer(json)
    }
  }

  /** A thread forgets who signed in when it dies; the host does not. */
  #followingSignIn(name: OperationName, answer: (json: string) => void): (json: string) => void {
    if (name !== 'session.signIn' && name !== 'session.signOut') return answer
    return (json) => {
      const answered = readAnswer<OutputOf<typeof name>>(json)
      if (answered.ok) this.#userId = answered.value?.id ?? null
      answer(json)
    }
  }

  #thread(role: Role): Thread {
    const { threadFile: file, log, ring } = this.#options
    return new Thread({
      role,
      file,
      log,
      keys: () => ring.keys,
      onDeath: (left, answer) => this.#replace(role, left, answer),
    })
  }

  // A command may have been committed just before its thread died. Its uid makes a second run answer what the first
  // did, so it is run once more; anything else that was running is answered `internal`. What only waited, waits again.
  #replace(role: Role, left: readonly Task[], internal: string): void {
    this.#deaths += 1
    const givenUp = this.#deaths > DEATHS_MAX
    const [running, ...waiting] = left
    const isFirstTry = role === 'ledger' && running?.task.type === 'call' && running.deaths === 0
    const kept = givenUp ? [] : [...(running && isFirstTry ? [{ ...running, deaths: 1 }] : []), ...waiting]
    const dropped = givenUp ? left : left.slice(0, left.length - kept.length)
    for (const task of dropped) task.answer(internal)
    if (givenUp) return
    const thread = this.#thread(role)
    this.#threads[role] = thread
    if (this.#path !== '') thread.run(this.#reopening(role))
    for (const task of kept) thread.run(task)
  }

  #opening(path: string): ThreadTask {
    return { type: 'open', path, devices: this.#options.devices ?? null }
  }

  #reopening(role: Role): Task {
    const [task] = taskWithCall(this.#opening(this.#path))
    return {
      ...task,
      answer: (json) => {
        const answer = readAnswer(json)
        if (!answer.ok) this.#options.log(`the ${role} thread could not open the company again: ${answer.error.code}`)
      },
    }
  }
}

const isReadAllTheSame = (code: string): boolean => code === 'file_corrupt' || code === 'file_is_backup'

const roleOf = { command: 'ledger', query: 'read', report: 'report', shell: null } as const

const refusedCall = (refusal: Refusal): RunningCall => answeredCall(JSON.stringify(refusedAnswer(refusal)))
