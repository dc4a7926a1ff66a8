import { Refusal } from '../../src-shared/kit/refusal.ts'
import type { Connection } from '../db/connection.ts'
import type { MadeCommand } from './made-command.ts'
import type { WhoWorks } from './sign-in/who-works.ts'

/** What a caller may pass besides the input. */
export interface DispatchControl {
  /** The path behind the input's file token; only the main process knows it. */
  readonly file?: string
  /** Who asks, where the caller knows it: the host does for its three threads. Null while nobody is signed in. */
  readonly userId?: number | null
  readonly progress?: (done: number, total: number) => void
  readonly isCancelled?: () => boolean
}

/** The copy of the company that works here. */
export interface Device {
  /** Told apart from every other's, also from a copy of this file. */
  readonly uid: string
  /** The key of its row; null until its first command writes that. */
  id: number | null
  /** The device whose series it numbers with: its own, or one that it goes on from. */
  readonly numbersAs: number
}

/** Who works, on what machine, by what clock; one for each open company. */
export interface Session {
  readonly connection: Connection
  readonly who: WhoWorks
  readonly device: Device
  /** Where the keys of its rows are numbered. */
  readonly idBlock: number
  readonly clock: () => Date
  /** For the operator: an incident id and the defect, without names or amounts of the clerk's. */
  readonly log: (line: string) => void
  /** Where commands are confirmed before they are committed; it throws what then refuses the command. */
  readonly confirm?: (made: MadeCommand) => Promise<void>
}

/** Who asks, where the caller does not say: whoever works in this session. */
export const requesterOf = (session: Session, control: DispatchControl): number | null =>
  control.userId === undefined ? session.who.userId : control.userId

/** What every handler gets from its caller. */
export const common = (control: DispatchControl) => ({
  file: control.file ?? null,
  progress: control.progress ?? (() => {}),
  checkCancelled: () => {
    if (control.isCancelled?.()) throw new Refusal('cancelled')
  },
})
