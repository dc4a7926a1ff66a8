import type { CopyMade } from '../../src-shared/company/contract/copy.ts'
import type { Answer } from '../../src-shared/kit/operation.ts'
import type { CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { copyAt } from '../company-file/backup/backup-mark.ts'
import type { NewCompany } from '../company-file/create-company.ts'
import { readAnswer, valueOf } from './answers.ts'
import type { BackupJob } from './backup-jobs.ts'
import { CompanyThreads, type HostOptions } from './company-threads.ts'
import type { ThreadTask } from './messages.ts'
import { taskWithCall, type OnProgress } from './running-call.ts'
import { Thread } from './thread.ts'

export type CompanyStart = Pick<NewCompany, 'profile' | 'baseCurrency' | 'userName' | 'deviceName'>

export interface MakingControl {
  readonly onProgress: OnProgress
  /** Called with the function that stops the making. */
  readonly onStarted: (cancel: () => void) => void
}

/** Opens and makes company files, each in threads of its own, so that the main thread never waits for a disk. */
export class Host {
  readonly #options: HostOptions
  #spare: CompanyThreads | undefined
  #hasOpened = false

  constructor(options: Omit<HostOptions, 'threadFile'> & { readonly threadFile?: URL }) {
    this.#options = { threadFile: threadFileBesideThis(), ...options }
  }

  /** Starts threads for the first company before it is opened; once it is, there is nothing to do. */
  warmUp(): void {
    if (!this.#hasOpened) this.#spare ??= new CompanyThreads(this.#options)
  }

  /** Opens a company. Throws the Refusal; whatever is open elsewhere is left as it is. */
  async open(path: string): Promise<CompanyThreads> {
    const threads = this.#spare ?? new CompanyThreads(this.#options)
    this.#spare = undefined
    this.#hasOpened = true
    try {
      await threads.open(path)
      return threads
    } catch (error) {
      await threads.close()
      throw error
    }
  }

  /** Makes a company file. Throws the Refusal `file_exists` and those of the disk. */
  async create(path: string, company: CompanyStart): Promise<void> {
    valueOf(
      await this.#make({
        type: 'create',
        path,
        companyJson: JSON.stringify(company),
        devices: this.#options.devices ?? null,
      }),
    )
  }

  /** Makes the sample company with two years of history up to `today`; the same seed and day make the same company. */
  async makeSample(path: string, seed: number, today: CalendarDate, control: MakingControl): Promise<void> {
    valueOf(await this.#make({ type: 'sample', path, seed, today }, control))
  }

  /** The program's own file that says which device works in which copy. */
  get devices(): string | null {
    return this.#options.devices ?? null
  }

  /** Does something to backups, in a thread of its own. Throws the Refusal. */
  async backups<T>(job: BackupJob, control?: MakingControl): Promise<T> {
    return valueOf(await this.#make({ type: 'backups', job }, control)) as T
  }

  /** What a file that is not to be worked in was made for, and when; null for a company, and for what cannot be read. */
  copyAt(path: string): CopyMade | null {
    return copyAt(path)
  }

  async end(): Promise<void> {
    await this.#spare?.close()
    this.#spare = undefined
  }

  async #make(task: ThreadTask, control?: MakingControl): Promise<Answer<unknown>> {
    const { threadFile: file, log } = this.#options
    const onDeath = (left: readonly { readonly answer: (json: string) => void }[], internal: string): void => {
      for (const one of left) one.answer(internal)
    }
    const thread = new Thread({ role: 'maker', file, log, onDeath })
    const [full, call] = taskWithCall(task, control?.onProgress)
    thread.run(full)
    control?.onStarted(call.cancel)
    const answer = readAnswer(await call.answer)
    await thread.end()
    return answer
  }
}

// Built, the threads' file lies beside the bundle; from source, where it is written.
const threadFileBesideThis = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)
