import { isActionId, type ActionId } from '../../src-shared/keys-and-menu/actions.ts'
import type { BackupEvent, BooksCheckEvent, ShellEvent } from '../../src-shared/bridge.ts'
import type { OpenedCompany } from '../../src-shared/company/contract/company.ts'
import type { Refused } from '../../src-shared/kit/refusal.ts'
import { bridge } from './bridge.ts'
import { RefusedError } from './refused-error.ts'

type Unsubscribe = () => void

/** Clicks in the native menu. */
export const onAction = (listener: (id: ActionId) => void): Unsubscribe =>
  listen('action', ({ id }) => {
    if (isActionId(id)) listener(id)
  })

/** A company was opened or closed, by this window or from outside: a double click on its file. */
export const onCompanyChange = (listener: (company: OpenedCompany | null) => void): Unsubscribe =>
  listen('company', ({ company }) => listener(company))

/** The window or its company is about to close; `request` is to be answered by `page.saved`. */
export const onSaveRequest = (listener: (request: number) => void): Unsubscribe =>
  listen('save', ({ request }) => listener(request))

/** A backup that nobody waits for begins, goes on or ends. */
export const onBackup = (listener: (event: BackupEvent) => void): Unsubscribe => listen('backup', listener)

/** The check after an unclean end begins, goes on or ends. */
export const onBooksCheck = (listener: (event: BooksCheckEvent) => void): Unsubscribe => listen('booksCheck', listener)

/** The computer locks or goes to sleep: nothing is to be seen when it comes back. */
export const onLock = (listener: () => void): Unsubscribe => listen('lock', () => listener())

type RefusedListener = (error: RefusedError) => void
const refusedListeners = new Set<RefusedListener>()
/** Told before the screen that shows it was there: a file named on the command line, for one. */
const unheard: RefusedError[] = []

// At once, not with the first listener: the main process tells what happened before the page's first call.
globalThis.duebook?.onEvent((event) => {
  if (event.type !== 'refused') return
  if (event.error.code === 'passphrase_needed') askForPassphrase(event.error)
  else sayRefused(new RefusedError(event.error))
})

type FileListener = (file: string) => void
const passphraseListeners = new Set<FileListener>()
let unaskedFile: string | null = null

/** An encrypted company was to be opened: its passphrase is asked for, once there is a screen to ask on. */
export function askForPassphrase({ code, params }: Refused): void {
  if (code !== 'passphrase_needed') return
  if (passphraseListeners.size === 0) unaskedFile = params.file
  for (const listener of passphraseListeners) listener(params.file)
}

/** For a promise that opens a file and whose refusal is shown: an encrypted one wants its passphrase. A defect is thrown on. */
export function askIfEncrypted(error: unknown): void {
  if (!(error instanceof RefusedError)) throw error
  askForPassphrase(error.refused)
}

export const onPassphraseNeeded = (listener: FileListener): Unsubscribe => {
  passphraseListeners.add(listener)
  if (unaskedFile !== null) listener(unaskedFile)
  unaskedFile = null
  return () => void passphraseListeners.delete(listener)
}

/** Has a refusal said that no screen says: nothing is refused unheard. What the clerk called off is no news. */
export function sayRefused(error: RefusedError): void {
  // Whatever is still asked of a company while it closes has no screen any more.
  if (error.code === 'cancelled' || error.code === 'no_company_open') return
  if (refusedListeners.size === 0) unheard.push(error)
  for (const listener of refusedListeners) listener(error)
}

/** Something was refused that no screen says; also told of what was refused before anybody listened. */
export const onRefused = (listener: RefusedListener): Unsubscribe => {
  refusedListeners.add(listener)
  for (const error of unheard.splice(0)) listener(error)
  return () => void refusedListeners.delete(listener)
}

const listen = <T extends ShellEvent['type']>(
  type: T,
  listener: (event: Extract<ShellEvent, { type: T }>) => void,
): Unsubscribe =>
  bridge().onEvent((event) => {
    if (isOf(event, type)) listener(event)
  })

const isOf = <T extends ShellEvent['type']>(event: ShellEvent, type: T): event is Extract<ShellEvent, { type: T }> =>
  event.type === type
