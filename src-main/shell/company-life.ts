import path from 'node:path'
import type { ShellEvent } from '../../src-shared/bridge.ts'
import type { CompanyProfile, OpenedCompany } from '../../src-shared/company/contract/company.ts'
import type { OperationName, OutputOf } from '../../src-shared/contract.ts'
import type { Answer } from '../../src-shared/kit/operation.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { readAnswer, valueOf } from '../threads/answers.ts'
import type { BackupMade, CompanyThreads } from '../threads/company-threads.ts'
import type { Host } from '../threads/host.ts'
import type { Leaving } from './leaving.ts'
import type { RecentCompanies } from './recent-companies.ts'

export interface LifeOptions {
  readonly host: Pick<Host, 'open'>
  readonly recent: RecentCompanies
  /** Backups of each company lie in a folder of its own in here. */
  readonly backups: string
  readonly clock: () => Date
  readonly announce: (event: ShellEvent) => void
  /** What is typed belongs to the company that is open: the page saves it before another one takes its place. */
  readonly leaving: Pick<Leaving, 'leave'>
}

interface Open {
  readonly threads: CompanyThreads
  readonly uid: string
}

/** The company that is open now, from opening to the backup at its end. One change at a time. */
export class CompanyLife {
  readonly #options: LifeOptions
  #open: Open | null = null
  #busy: Promise<unknown> = Promise.resolve()

  constructor(options: LifeOptions) {
    this.#options = options
  }

  /** The threads of the open company. Throws Refusal `no_company_open`. */
  threads(): CompanyThreads {
    return this.#opened().threads
  }

  /**
   * Opens a company in place of the one that is open, which stays when the new one is refused. Throws the Refusal, and
   * `cancelled` when the clerk stays with what could not be saved.
   */
  open(file: string): Promise<OpenedCompany> {
    return this.#alone(async () => {
      const before = this.#open
      if (before?.threads.path === file) return describe(before.threads)
      const threads = await this.#options.host.open(file)
      const company = await orClosed(threads, async () => {
        const opened = await this.#welcome(threads)
        await this.#leaveFor({ threads, uid: opened.profile.uid }, opened)
        return opened
      })
      if (before) await this.#finish(before)
      return company
    })
  }

  /** Closes the open company, backed up first when it changed. Throws Refusal `cancelled` when the clerk stays. */
  close(): Promise<void> {
    return this.#alone(async () => {
      const before = this.#open
      if (!before) return
      await this.#leaveFor(null, null)
      await this.#finish(before)
    })
  }

  /** What is open, once whatever is being opened or closed is done; null when nothing is. */
  current(): Promise<OpenedCompany | null> {
    return this.#alone(async () => (this.#open ? describe(this.#open.threads) : null))
  }

  async backUp(): Promise<BackupMade> {
    return valueOf(await this.#backUp(this.#opened()))
  }

  /** Asks the open company in the name of a shell operation. Throws the Refusal. */
  ask<N extends OperationName>(name: N, input: unknown): Promise<OutputOf<N>> {
    return ask<N>(this.threads(), name, input)
  }

  #opened(): Open {
    if (!this.#open) throw new Refusal('no_company_open')
    return this.#open
  }

  async #leaveFor(next: Open | null, company: OpenedCompany | null): Promise<void> {
    const change = (): void => {
      this.#open = next
      this.#options.announce({ type: 'company', company })
    }
    if (this.#open === null) change()
    else if (!(await this.#options.leaving.leave(change))) throw new Refusal('cancelled')
  }

  async #welcome(threads: CompanyThreads): Promise<OpenedCompany> {
    const company = await describe(threads)
    const openedAt = this.#options.clock().toISOString()
    await this.#options.recent.remember({ path: threads.path, name: company.profile.name, openedAt })
    return company
  }

  // A backup that fails must not keep the clerk from closing; it is said aloud instead.
  async #finish({ threads, uid }: Open): Promise<void> {
    await orClosed(threads, async () => {
      const made = threads.changed ? await this.#backUp({ threads, uid }) : null
      if (made && !made.ok) this.#options.announce({ type: 'refused', error: made.error })
    })
    await threads.close()
  }

  #backUp({ threads, uid }: Open): Promise<Answer<BackupMade>> {
    return threads.backUp(path.join(this.#options.backups, uid))
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#busy.then(work)
    this.#busy = result.then(
      () => null,
      () => null, // told to whoever asked for it; the next one starts afresh
    )
    return result
  }
}

const describe = async (threads: CompanyThreads): Promise<OpenedCompany> => {
  const profile: CompanyProfile = await ask<'company.profile'>(threads, 'company.profile', {})
  const { damage } = threads
  return {
    file: path.basename(threads.path),
    profile,
    damage: damage?.refused ?? null,
  }
}

const ask = async <N extends OperationName>(threads: CompanyThreads, name: N, input: unknown): Promise<OutputOf<N>> =>
  valueOf(readAnswer<OutputOf<N>>(await threads.start(name, JSON.stringify(input)).answer))

/** What `work` gives; closes the threads when it fails, so that the file is not left locked. */
const orClosed = async <T>(threads: CompanyThreads, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    await threads.close()
    throw error
  }
}

/** The event that tells the window of a refusal nobody in it asked for; a defect is thrown on. */
export const refusedEvent = (error: unknown): ShellEvent => {
  if (!(error instanceof Refusal)) throw error
  return { type: 'refused', error: error.refused }
}
