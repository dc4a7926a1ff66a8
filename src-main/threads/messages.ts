/** What passes between the host and its threads. Answers are JSON text: a large one costs one string, not a million objects. */

import type { NewKey } from '../company-file/encryption/sealed-key.ts'
import type { BackupJob } from './backup-jobs.ts'

export type ThreadRole = 'ledger' | 'read' | 'report' | 'maker'

export type ThreadTask =
  | {
      readonly type: 'open'
      readonly path: string
      /** The program's own file that says which device works in which copy; null where none is kept. */
      readonly devices: string | null
    }
  | {
      readonly type: 'call'
      readonly name: string
      readonly inputJson: string
      /** The path behind the input's file token. */
      readonly file: string | null
      /** Who asks; null while nobody is signed in, absent where the file is only read. */
      readonly userId?: number | null
    }
  | {
      readonly type: 'create'
      readonly path: string
      readonly companyJson: string
      readonly devices: string | null
      readonly newKey: NewKey | null
    }
  | { readonly type: 'sample'; readonly path: string; readonly seed: number; readonly today: string }
  | { readonly type: 'backups'; readonly job: BackupJob }
  /** All of the open company was checked, beside the work. */
  | { readonly type: 'checked'; readonly isSound: boolean }
  | { readonly type: 'close' }

export interface ToThread {
  readonly id: number
  /** With whatever opens a file: the keys of encrypted ones, in memory that all threads share. */
  readonly keys?: readonly Uint8Array[]
  readonly task: ThreadTask
  /** One Int32, set to 1 to cancel: a thread busy in synchronous code reads no messages. */
  readonly cancelFlag: SharedArrayBuffer
}

export type FromThread =
  | { readonly type: 'answer'; readonly id: number; readonly json: string }
  | { readonly type: 'progress'; readonly id: number; readonly done: number; readonly total: number }
  /** A line for the operator's log. */
  | { readonly type: 'log'; readonly line: string }
