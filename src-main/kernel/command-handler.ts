import type { CommandName, OutputOf, ParsedInput } from '../../src-shared/contract.ts'
import type { Role } from '../../src-shared/kit/operation.ts'
import type { Refusal } from '../../src-shared/kit/refusal.ts'
import type { Writable } from '../db/connection.ts'
import type { NewId } from '../db/new-id.ts'

/** What a command knows besides its input. */
export interface CommandContext {
  readonly tx: Writable
  /** The row of the command log that every fact of this command names. */
  readonly seq: number
  /** UTC instant of the command, ISO 8601. */
  readonly recordedAt: string
  /** The device whose number series it takes numbers from. */
  readonly numbersAs: number
  /** Who does it; null only for signing in and out. */
  readonly userId: number | null
  /** Of the user who asks; it decides how much may be written off or refunded. Read when asked for. */
  readonly role: Role
  /**
   * The supervisor who approves, and what was read of each kind of refusal; of a kind without any it is what the first says.
   * Null when nobody approves.
   */
  readonly approver: {
    readonly userId: number
    readonly read: Map<string, readonly string[]>
  } | null
  /** Throws `wrong` for a wrong PIN, and Refusal `pin_wait` while too many were wrong. */
  checkPin(of: { readonly userId: number; readonly pin: string | null }, wrong: Refusal): void
  /** A new PIN was proven by other means: those that were wrong before delay nobody any more. */
  forgetWrongPins(userId: number): void
  /** From the next command on this person works; null for nobody. */
  signIn(userId: number | null): void
  /** The clerk was asked about two codes or numbers that look alike, and means both. */
  isMeantApart(code: string, like: string): boolean
  newUid(): string
  /** The key of the row that is inserted next into a table; every insert of a keyed row names it. */
  newId: NewId
  /** The file behind the input's token, for commands that read one; chosen in a dialog, never by the window. */
  readonly file: string | null
  progress(done: number, total: number): void
  /** Throws the refusal `cancelled` once the clerk has asked for it. */
  checkCancelled(): void
  /** What the command changes of a record, by field, as it was before: the log keeps it beside the input. */
  wasBefore(fields: Readonly<Record<string, unknown>>): void
  /** For a bulk command: what the log keeps in place of the input. */
  logInstead(summary: Readonly<Record<string, unknown>>): void
}

/** load -> decide (pure) -> append facts -> project. Throws Refusal to say no; the kernel rolls back. */
export type CommandHandler<N extends CommandName> = (
  context: CommandContext,
  input: Omit<ParsedInput<N>, 'commandUid' | 'approval' | 'apart'>,
) => OutputOf<N>

export type CommandHandlers = { readonly [N in CommandName]: CommandHandler<N> }
