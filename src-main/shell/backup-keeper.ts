import { existsSync } from 'node:fs'
import path from 'node:path'
import type { BackupEvent, ShellEvent } from '../../src-shared/bridge.ts'
import type { BackupDone } from '../../src-shared/company/contract/backups.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import type { Host, MakingControl } from '../threads/host.ts'
import type { BackupPlaces, KnownCompany } from './backup-places.ts'

export interface KeeperOptions {
  readonly host: Pick<Host, 'backups'>
  readonly places: BackupPlaces
  readonly announce: (event: ShellEvent) => void
}

interface Made {
  readonly file: string
  readonly bytes: number
}

/** A while after opening, so that the first screens come first; then now and then, for whoever never closes. */
const FIRST_LOOK_MS = 60_000
const LOOK_AGAIN_MS = 600_000

const unwatched: MakingControl = { onProgress: () => {}, onStarted: () => {} }

/**
 * Backs companies up, one at a time and beside all other work: when asked, when a changed one was closed, and once a day. What
 * is cut short is taken up again: a changed company stays noted as due until its backup is whole.
 */
export class BackupKeeper {
  readonly #options: KeeperOptions
  #busy: Promise<unknown> = Promise.resolve()
  #stop: () => void = () => {}
  #isEnding = false
  #looking: NodeJS.Timeout | undefined

  constructor(options: KeeperOptions) {
    this.#options = options
  }

  /** Backs up to both places. Throws the Refusal of the first place; that of the second is answered. */
  backUp(company: KnownCompany, control: MakingControl = unwatched): Promise<BackupDone> {
    return this.#alone(() => this.#backUp(company, control))
  }

  /** Backs up a company that was closed changed. It is noted first, so that a later start does what this one does not. */
  async afterClosing(company: KnownCompany): Promise<void> {
    await this.#options.places.setDue(company, true)
    this.#inBackground(company)
  }

  /** Takes up what an earlier run of the program left due. */
  takeUp(): void {
    for (const company of this.#options.places.due) this.#inBackground(company)
  }

  /** Looks now and then whether the day's backup of the open company is to be made, until another is opened or it is closed. */
  watch(company: KnownCompany | null): void {
    clearTimeout(this.#looking)
    if (company === null) return
    if (this.#options.places.due.some(({ path: due }) => due === company.path)) this.#inBackground(company)
    const look = (): void => {
      void this.#backUpIfDue(company)
      this.#looking = setTimeout(look, LOOK_AGAIN_MS).unref()
    }
    this.#looking = setTimeout(look, FIRST_LOOK_MS).unref()
  }

  /** Resolves once no backup is running or waiting. */
  async settle(): Promise<void> {
    await this.#busy
  }

  /** Stops what runs and what waits; it stays noted as due. */
  async end(): Promise<void> {
    this.#isEnding = true
    this.watch(null)
    this.#stop()
    await this.#busy
  }

  async #backUpIfDue(company: KnownCompany): Promise<void> {
    const [place] = this.#options.places.of(company.companyUid)
    const isDue = await this.#options.host.backups<boolean>({ do: 'isDue', ...company, place }).catch(orNotNow)
    if (isDue) this.#inBackground(company)
  }

  /** Nobody waits for it: how far it is, and what it is refused with, is told to the window. */
  #inBackground(company: KnownCompany): void {
    const { announce } = this.#options
    const file = path.basename(company.path)
    const tell = (state: BackupEvent['state']): void => announce({ type: 'backup', file, state })
    void this.#alone(async () => {
      // It was moved or removed since: there is nothing to back up any more.
      if (this.#isEnding || !existsSync(company.path)) return
      try {
        tell({ kind: 'running', percent: 0 })
        const done = await this.#backUp(company, {
          onStarted: (stop) => void (this.#stop = stop),
          onProgress: (part, whole) => tell({ kind: 'running', percent: Math.floor((part / whole) * 100) }),
        })
        tell(
          done.secondRefused === null
            ? { kind: 'made' }
            : { kind: 'refused', place: 'second', error: done.secondRefused },
        )
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        // An encrypted company stays due: its backup is made when it is opened the next time, and its key is there.
        tell(
          error.code === 'cancelled' || error.code === 'passphrase_needed'
            ? { kind: 'stopped' }
            : { kind: 'refused', place: 'first', error: error.refused },
        )
      } finally {
        this.#stop = () => {}
      }
    })
  }

  async #backUp(company: KnownCompany, control: MakingControl): Promise<BackupDone> {
    const { host, places } = this.#options
    const [first, second] = places.of(company.companyUid)
    const { file, bytes } = await host.backups<Made>({ do: 'backUp', path: company.path, place: first }, control)
    await places.setDue(company, false)
    const name = path.basename(file)
    if (second === undefined) return { file: name, bytes, secondRefused: null }
    try {
      await host.backups<Made>({ do: 'copy', backup: file, place: second }, control)
      return { file: name, bytes, secondRefused: null }
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'cancelled') throw error
      return { file: name, bytes, secondRefused: error.refused }
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

/** A file or a place that cannot be read now is looked at again later; a defect is thrown on. */
const orNotNow = (error: unknown): false => {
  if (error instanceof Refusal) return false
  throw error
}
