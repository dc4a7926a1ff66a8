import path from 'node:path'
import type { ShellEvent } from '../../src-shared/bridge.ts'
import type { CompanyProfile, OpenedCompany } from '../../src-shared/company/contract/company.ts'
import type { OperationName, OutputOf } from '../../src-shared/contract.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { readAnswer, valueOf } from '../threads/answers.ts'
import type { CompanyThreads } from '../threads/company-threads.ts'
import type { Host } from '../threads/host.ts'
import type { OnProgress } from '../threads/running-call.ts'
import type { AfterUncleanEnd } from './after-unclean-end.ts'
import type { BackupKeeper } from './backup-keeper.ts'
import type { KnownCompany } from './backup-places.ts'
import type { Leaving } from './leaving.ts'
import type { RecentCompanies } from './recent-companies.ts'

export interface LifeOptions {
  readonly host: Pick<Host, 'open' | 'copyAt' | 'isEncrypted' | 'forgetKeys'>
  readonly recent: RecentCompanies
  readonly keeper: Pick<BackupKeeper, 'afterClosing' | 'watch' | 'settle'>
  readonly afterUncleanEnd: Pick<AfterUncleanEnd, 'watch' | 'settle'>
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
  #locked: string | null = null
  #isAround = false

  constructor(options: LifeOptions) {
    this.#options = options
  }

  /** Throws Refusal `no_company_open`. */
  get fileName(): string {
    return path.basename(this.threads().path)
  }

  /** The encrypted file that was refused last, for want of its passphrase. Throws Refusal `file_not_found` when none was. */
  get locked(): string {
    if (this.#locked === null) throw new Refusal('file_not_found', { file: 'The company' })
    return this.#locked
  }

  /** The threads of the open company. Throws Refusal `no_company_open`. */
  threads(): CompanyThreads {
    return this.#opened().threads
  }

  /**
   * Opens a company in place of the one that is open, which stays when the new one is refused. Throws the Refusal, and
   * `cancelled` when the clerk stays with what could not be saved. Progress is told while an older file is brought up to date.
   */
  open(file: string, onProgress?: OnProgress): Promise<OpenedCompany> {
    return this.#alone(() => this.#openNow(file, onProgress))
  }

  /** Closes the open company, which is backed up when it changed. Throws Refusal `cancelled` when the clerk stays. */
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
    return this.#alone(async () => (this.#open ? this.#describe(this.#open.threads) : null))
  }

  /** The file that is open and whose it is. Throws Refusal `no_company_open`. */
  known(): KnownCompany {
    return knownOf(this.#opened())
  }

  /**
   * Does what cannot be done to an open file: closes the company if it is the one at `file`, does the work, and opens the file
   * that it names. When the work fails, the company is opened again. Throws what the work throws, and `cancelled` when the clerk
   * stays.
   */
  around(file: string, work: () => Promise<string>): Promise<OpenedCompany> {
    return this.#alone(async () => {
      const before = this.#open?.threads.path === file ? this.#open : null
      this.#isAround = true
      if (before !== null) {
        if (!(await this.#options.leaving.leave(() => {}))) throw new Refusal('cancelled')
        this.#options.afterUncleanEnd.watch(null)
        await this.#finish(before)
        this.#open = null
      }
      // What runs in the background reads the file under its name.
      await Promise.all([this.#options.keeper.settle(), this.#options.afterUncleanEnd.settle()])
      try {
        return await this.#openNow(await work())
      } catch (error) {
        if (before !== null && this.#open === null) await this.#openNow(file)
        throw error
      } finally {
        this.#isAround = false
      }
    })
  }

  /** Asks the open company in the name of a shell operation. Throws the Refusal. */
  get isOpen(): boolean {
    return this.#open !== null
  }

  ask<N extends OperationName>(name: N, input: unknown): Promise<OutputOf<N>> {
    return ask<N>(this.threads(), name, input)
  }

  async #openNow(file: string, onProgress?: OnProgress): Promise<OpenedCompany> {
    const before = this.#open
    if (before?.threads.path === file) return this.#describe(before.threads)
    const threads = await this.#options.host.open(file, onProgress).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'passphrase_needed') this.#locked = file
      throw error
    })
    this.#locked = null
    const company = await orClosed(threads, async () => {
      const opened = await this.#welcome(threads)
      await this.#leaveFor({ threads, uid: opened.profile.uid }, opened)
      return opened
    })
    if (before) await this.#finish(before)
    return company
  }

  #opened(): Open {
    if (!this.#open) throw new Refusal('no_company_open')
    return this.#open
  }

  async #leaveFor(next: Open | null, company: OpenedCompany | null): Promise<void> {
    const change = (): void => {
      this.#open = next
      this.#options.keeper.watch(next === null || next.threads.onlyReads ? null : knownOf(next))
      this.#options.announce({ type: 'company', company })
      this.#options.afterUncleanEnd.watch(next?.threads ?? null)
    }
    if (this.#open === null) change()
    else if (!(await this.#options.leaving.leave(change))) throw new Refusal('cancelled')
  }

  async #welcome(threads: CompanyThreads): Promise<OpenedCompany> {
    const company = await this.#describe(threads)
    // A copy is never offered as a company.
    if (company.copy !== null) return company
    const openedAt = this.#options.clock().toISOString()
    await this.#options.recent.remember({
      path: threads.path,
      name: company.profile.name,
      openedAt,
      uid: company.profile.uid,
    })
    return company
  }

  /** The backup runs on by itself: closing never waits for it. */
  async #finish({ threads, uid }: Open): Promise<void> {
    const { changed } = threads
    await threads.close()
    if (changed) await this.#options.keeper.afterClosing({ companyUid: uid, path: threads.path })
    void this.#forgetKeys()
  }

  /** Once nothing in the background reads what was closed. The next one who opens it is asked for its passphrase. */
  async #forgetKeys(): Promise<void> {
    const wipe = this.#options.host.forgetKeys()
    await this.#options.keeper.settle()
    // What is done to a closed file needs its key.
    if (!this.#isAround) wipe(this.#open?.threads.path ?? null)
  }

  async #describe(threads: CompanyThreads): Promise<OpenedCompany> {
    const profile: CompanyProfile = await ask<'company.profile'>(threads, 'company.profile', {})
    const { onlyReads, broken, path: file, twin } = threads
    return {
      file: path.basename(file),
      profile,
      damage: onlyReads?.code === 'file_corrupt' ? onlyReads.refused : null,
      broken,
      copy: this.#options.host.copyAt(file),
      isEncrypted: this.#options.host.isEncrypted(file),
      twin,
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

const knownOf = ({ threads, uid }: Open): KnownCompany => ({ companyUid: uid, path: threads.path })

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
