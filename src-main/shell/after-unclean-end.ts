import path from 'node:path'
import type { BooksCheckEvent, ShellEvent } from '../../src-shared/bridge.ts'
import { brokenIn } from '../../src-shared/company/rules/sound-books.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import type { CompanyThreads } from '../threads/company-threads.ts'
import type { Host } from '../threads/host.ts'

export interface AfterUncleanEndOptions {
  readonly host: Pick<Host, 'checkBooks'>
  readonly announce: (event: ShellEvent) => void
  /** The first screens come first. */
  readonly waitMs?: number
}

type Opened = Pick<CompanyThreads, 'path' | 'endedCleanly' | 'onlyReads' | 'checked'>

const WAIT_MS = 2000

/**
 * Checks all of a company that was not closed properly, in two threads of its own beside the work in it, and tells the window. What
 * is cut short by closing the company is done at the next opening, since the note of a clean end is only written once it is
 * checked. Of a damaged file nothing is written any more.
 */
export class AfterUncleanEnd {
  readonly #options: AfterUncleanEndOptions
  #stop: () => void = () => {}
  #running: Promise<void> = Promise.resolve()

  constructor(options: AfterUncleanEndOptions) {
    this.#options = options
  }

  /** The company that is open now; null when none is. What is checked of the one before is given up. */
  watch(opened: Opened | null): void {
    this.#stop()
    this.#stop = () => {}
    if (opened === null || opened.endedCleanly || opened.onlyReads !== null) return
    let cancel = (): void => {}
    const waiting = setTimeout(
      () => void (this.#running = this.#check(opened, (stop) => void (cancel = stop))),
      this.#options.waitMs ?? WAIT_MS,
    ).unref()
    this.#stop = () => {
      clearTimeout(waiting)
      cancel()
    }
  }

  /** Resolves once nothing reads the file any more. */
  async settle(): Promise<void> {
    await this.#running
  }

  async #check(opened: Opened, onStarted: (cancel: () => void) => void): Promise<void> {
    const { announce, host } = this.#options
    const file = path.basename(opened.path)
    const tell = (state: BooksCheckEvent['state']): void => announce({ type: 'booksCheck', file, state })
    tell({ kind: 'running', percent: 0 })
    try {
      const check = await host.checkBooks(opened.path, {
        onStarted,
        onProgress: (part, whole) => tell({ kind: 'running', percent: Math.floor((part / whole) * 100) }),
      })
      const broken = brokenIn(check)
      await opened.checked(broken.length === 0 ? null : broken)
      tell(broken.length === 0 ? { kind: 'sound' } : damaged(file, broken))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      tell(await this.#refused(opened, error))
    }
  }

  async #refused(opened: Opened, error: Refusal): Promise<BooksCheckEvent['state']> {
    // The company was closed meanwhile.
    if (error.code === 'cancelled' || error.code === 'no_company_open') return { kind: 'stopped' }
    if (error.code !== 'file_corrupt') return { kind: 'refused', error: error.refused }
    // A page could not be read at all: there is no list of what is broken.
    await opened.checked([])
    return damaged(path.basename(opened.path), [])
  }
}

const damaged = (file: string, broken: readonly string[]): BooksCheckEvent['state'] => ({
  kind: 'damaged',
  error: new Refusal('file_corrupt', { file }).refused,
  broken,
})
