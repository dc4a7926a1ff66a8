import path from 'node:path'
import type { ShellEvent } from '../../src-shared/contract/bridge.ts'
import type { CompanyProfile, OpenedCompany } from '../../src-shared/contract/company.ts'
import type { OperationName, OutputOf } from '../../src-shared/contract/index.ts'
import { Refusal } from '../../src-shared/contract/refusal.ts'
import { readAnswer, refusedOf, valueOf } from '../host/answers.ts'
import type { BackupMade, CompanyThreads } from '../host/company-threads.ts'
import type { Host } from '../host/host.ts'
import type { RecentCompanies } from './recent-companies.ts'

export interface LifeOptions {
  readonly host: Pick<Host, 'open'>
  readonly recent: RecentCompanies
  /** Backups of each company lie in a folder of its own in here. */
  readonly backups: string
  readonly clock: () => Date
  readonly announce: (event: ShellEvent) => void
}

/** The company that is open now, from opening to the backup at its end. One change at a time. */
export class CompanyLife {
  readonly #options: LifeOptions
  #threads: CompanyThreads | null = null
  #busy: Promise<unknown> = Promise.resolve()

  constructor(options: LifeOptions) {
    this.#options = options
  }

  /** The threads of the open company. Throws Refusal `no_company_open`. */
  threads(): CompanyThreads {
    if (!this.#threads) throw new Refusal('no_company_open')
    return this.#threads
  }

  /** Opens a company in place of the one that is open, which stays when the new one is refused. Throws the Refusal. */
  open(file: string): Promise<OpenedCompany> {
    return this.#alone(async () => {
      const before = this.#threads
      if (before?.path !== file) this.#threads = await this.#options.host.open(file)
      const company = await this.#describe(this.threads())
      await this.#options.recent.remember({
        path: file,
        name: company.profile.name,
        openedAt: this.#options.clock().toISOString(),
      })
      this.#options.announce({ type: 'company', company })
      if (before && before !== this.#threads) await this.#finish(before)
      return company
    })
  }

  /** Closes the open company, backed up first when it changed. */
  close(): Promise<void> {
    return this.#alone(async () => {
      const before = this.#threads
      this.#threads = null
      if (!before) return
      this.#options.announce({ type: 'company', company: null })
      await this.#finish(before)
    })
  }

  /** What is open, once whatever is being opened or closed is done; null when nothing is. */
  current(): Promise<OpenedCompany | null> {
    return this.#alone(async () => (this.#threads ? this.#describe(this.#threads) : null))
  }

  async backUp(): Promise<BackupMade> {
    return valueOf(await this.#backUp(this.threads()))
  }

  /** Asks the open company in the name of a shell operation. Throws the Refusal. */
  async ask<N extends OperationName>(name: N, input: unknown): Promise<OutputOf<N>> {
    return ask<N>(this.threads(), name, input)
  }

  // A backup that fails must not keep the clerk from closing; it is said aloud instead.
  async #finish(threads: CompanyThreads): Promise<void> {
    if (threads.changed) {
      const made = await this.#backUp(threads)
      if (!made.ok) this.#options.announce({ type: 'refused', error: made.error })
    }
    await threads.close()
  }

  async #backUp(threads: CompanyThreads) {
    const { uid } = await ask<'company.profile'>(threads, 'company.profile', {})
    return threads.backUp(path.join(this.#options.backups, uid))
  }

  async #describe(threads: CompanyThreads): Promise<OpenedCompany> {
    const profile: CompanyProfile = await ask<'company.profile'>(threads, 'company.profile', {})
    const { damage } = threads
    return {
      file: path.basename(threads.path),
      profile,
      readOnly: damage !== null,
      warnings: damage ? [damage.message] : [],
    }
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

const ask = async <N extends OperationName>(threads: CompanyThreads, name: N, input: unknown): Promise<OutputOf<N>> =>
  valueOf(readAnswer<OutputOf<N>>(await threads.start(name, JSON.stringify(input)).answer))

/** The event that tells the window of a refusal nobody in it asked for; a defect is thrown on. */
export const refusedEvent = (error: unknown): ShellEvent => {
  if (!(error instanceof Refusal)) throw error
  return { type: 'refused', error: refusedOf(error) }
}
