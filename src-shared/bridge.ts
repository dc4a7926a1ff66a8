import type { WhichPlace } from './company/contract/backups.ts'
import type { OpenedCompany } from './company/contract/company.ts'
import type { Refused } from './kit/refusal.ts'

/** What the main process tells the window unasked. */
export type ShellEvent =
  /** How far a running call is; at most 20 a second for each call. */
  | { readonly type: 'progress'; readonly callId: number; readonly done: number; readonly total: number }
  /** A click in the native menu; `id` names an entry of the list of actions. */
  | { readonly type: 'action'; readonly id: string }
  /** The open company changed, whoever asked for it. */
  | { readonly type: 'company'; readonly company: OpenedCompany | null }
  /** The window or its company is about to close: what is typed is to be saved, and `page.saved` to name the request. */
  | { readonly type: 'save'; readonly request: number }
  /** Something started outside the window was refused: a file named on the command line, for one. */
  | { readonly type: 'refused'; readonly error: Refused }
  /** The computer locks or goes to sleep. */
  | { readonly type: 'lock' }
  | BackupEvent
  | BooksCheckEvent

/** A backup that nobody waits for: after closing, or of the day. */
export interface BackupEvent {
  readonly type: 'backup'
  /** The company's file. */
  readonly file: string
  readonly state:
    | { readonly kind: 'running'; readonly percent: number }
    | { readonly kind: 'made' }
    /** It goes on at the next start. */
    | { readonly kind: 'stopped' }
    | { readonly kind: 'refused'; readonly place: WhichPlace; readonly error: Refused }
}

/** The check of all of a company that was not closed properly, beside the work in it. */
export interface BooksCheckEvent {
  readonly type: 'booksCheck'
  /** The company's file. */
  readonly file: string
  readonly state:
    | { readonly kind: 'running'; readonly percent: number }
    | { readonly kind: 'sound' }
    /** Every later command is refused with the error. `broken` are the titles of the rules; none where a page could not be read. */
    | { readonly kind: 'damaged'; readonly error: Refused; readonly broken: readonly string[] }
    /** It is done at the next opening. */
    | { readonly kind: 'stopped' }
    | { readonly kind: 'refused'; readonly error: Refused }
}

/** Everything the window can reach of the main process. It never grows: what is new is an operation of the contract. */
export interface Bridge {
  /** Input and answer are JSON text. `callId`, chosen by the caller, names the call in `cancel` and in progress events. */
  invoke(name: string, inputJson: string, callId: number): Promise<string>
  cancel(callId: number): void
  /** Returns the function that ends the subscription. */
  onEvent(listener: (event: ShellEvent) => void): () => void
}
