import type { CommandName } from '../../src-shared/contract.ts'
import type { Writable } from '../db/connection.ts'
import type { CommandHandler } from './command-handler.ts'
import type { AnyQueryName, QueryHandler } from './query-handler.ts'

/**
 * A short piece of work on what follows from the facts, done when nobody works, in a transaction of its own. It posts nothing and
 * changes no fact. Answers whether more is left to do.
 */
export type IdleWork = (tx: Writable) => boolean

/**
 * What a module's part of the ledger must have: a handler for every command, query and report that its contract declares,
 * and no other. What the contract leaves to the shell (dialogs, printing) is not the ledger's.
 */
export interface LedgerModule<C> {
  readonly commands: { readonly [N in keyof C & CommandName]: CommandHandler<N> }
  readonly queries: { readonly [N in keyof C & AnyQueryName]: QueryHandler<N> }
  readonly whenIdle?: IdleWork
}
