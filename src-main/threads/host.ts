import type { BookCheck } from '../../src-shared/company/contract/company.ts'
import type { CopyMade } from '../../src-shared/company/contract/copy.ts'
import type { Answer } from '../../src-shared/kit/operation.ts'
import type { CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { writeRecoveryPhrase } from '../../src-shared/company/rules/recovery-phrase.ts'
import { copyAt } from '../company-file/backup/backup-mark.ts'
import type { NewCompany } from '../company-file/create-company.ts'
import { KeyRing } from '../company-file/encryption/key-ring.ts'
import { newKeyFor, sealWithPassphrase, type SealedKey } from '../company-file/encryption/sealed-key.ts'
import { isEncryptedFile, unlock, type Secret } from '../company-file/encryption/unlock.ts'
import { readAnswer, valueOf } from './answers.ts'
import { runApart, type HostOptions } from './apart.ts'
import type { BackupJob } from './backup-jobs.ts'
import { checkInTwo } from './check-in-two.ts'
import { CompanyThreads } from './company-threads.ts'
import type { ThreadTask } from './messages.ts'
import type { OnProgress, RunningCall } from './running-call.ts'

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

  constructor(options: Omit<HostOptions, 'threadFile' | 'ring'> & { readonly threadFile?: URL }) {
    this.#options = { threadFile: threadFileBesideThis(), ...options, ring: new KeyRing() }
  }

  /** Starts threads for the first company before it is opened; once it is, there is nothing to do. */
  warmUp(): void {
    if (!this.#hasOpened) this.#spare ??= new CompanyThreads(this.#options)
  }

  /** Opens a company. Throws the Refusal; whatever is open elsewhere is left as it is. */
  async open(path: string, onProgress?: OnProgress): Promise<CompanyThreads> {
    const threads = this.#spare ?? new CompanyThreads(this.#options)
    this.#spare = undefined
    this.#hasOpened = true
    try {
      await threads.open(path, onProgress)
      return threads
    } catch (error) {
      await threads.close()
      throw error
    }
  }

  /** Makes a company file. Throws the Refusal `file_exists` and those of the disk. */
  async create(path: string, company: CompanyStart, passphrase?: string): Promise<void> {
    const newKey = passphrase === undefined ? null : await newKeyFor(passphrase)
    valueOf(
      await this.#make({
        type: 'create',
        path,
        companyJson: JSON.stringify(company),
        devices: this.#options.devices ?? null,
        newKey,
      }),
    )
    if (newKey !== null) this.#options.ring.take(newKey.secret)
  }

  /** Whether only a key opens a file; false also for what cannot be read. */
  isEncrypted(path: string): boolean {
    try {
      return isEncryptedFile(path)
    } catch (error) {
      if (error instanceof Refusal) return false
      throw error
    }
  }

  /** From now on an encrypted file can be opened. Throws the Refusal of a wrong passphrase or recovery phrase. */
  async unlock(path: string, given: Secret): Promise<void> {
    this.#options.ring.take(await unlock(path, given))
  }

  /** The secret of an encrypted file, to be written down or sealed anew. Throws as unlocking does. */
  async secretOf(path: string, given: Secret): Promise<Uint8Array> {
    return unlock(path, given)
  }

  /** Throws nothing; the secret is wiped. */
  async seal(secret: Uint8Array, passphrase: string): Promise<SealedKey> {
    const sealedKey = await sealWithPassphrase(secret, passphrase)
    secret.fill(0)
    return sealedKey
  }

  /** To be printed; the secret is wiped. */
  recoveryPhraseOf(secret: Uint8Array): string {
    const phrase = writeRecoveryPhrase(secret)
    secret.fill(0)
    return phrase
  }

  /** Encrypts a company that is not open; answers its recovery phrase. Throws the Refusal. */
  async encrypt(path: string, passphrase: string, control: MakingControl): Promise<string> {
    const newKey = await newKeyFor(passphrase)
    await this.backups({ do: 'encrypt', path, newKey }, control)
    const phrase = writeRecoveryPhrase(newKey.secret)
    this.#options.ring.take(newKey.secret)
    return phrase
  }

  /** The function wipes the keys that are held now, but for those of the file that is open then. */
  forgetKeys(): (open: string | null) => void {
    const { ring } = this.#options
    const { keys } = ring
    return (open) => ring.wipe(keys, open)
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

  /** Checks all of a company, open or not, in two threads beside the work in it. Throws the Refusal. */
  async checkBooks(path: string, { onProgress, onStarted }: MakingControl): Promise<BookCheck> {
    const half =
      (job: BackupJob) =>
      (progress: OnProgress): RunningCall =>
        runApart(this.#options, { type: 'backups', job }, progress)
    const halves = { file: half({ do: 'checkFile', path }), books: half({ do: 'checkBooks', path }) }
    const call = checkInTwo(halves, onProgress)
    onStarted(() => call.cancel())
    return valueOf(readAnswer<BookCheck>(await call.answer))
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
    const call = runApart(this.#options, task, control?.onProgress)
    control?.onStarted(() => call.cancel())
    return readAnswer(await call.answer)
  }
}

// Built, the threads' file lies beside the bundle; from source, where it is written.
const threadFileBesideThis = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)
