import type { OutputOf, ParsedInput, QueryName, ReportName } from '../../src-shared/contract.ts'
import type { Role } from '../../src-shared/kit/operation.ts'
import type { Readable } from '../db/connection.ts'

/** What a query knows besides its input. */
export interface QueryContext {
  readonly db: Readable
  /** Today as the clerk's clock has it, for figures that need a day and were not given one. */
  readonly now: Date
  /** Of the user who asks: what is proposed stays within what the role may post. */
  readonly role: Role
  /** Who asks; null while nobody is signed in. */
  readonly userId: number | null
  /** The file behind the input's token, for reports that read one. */
  readonly file: string | null
  progress(done: number, total: number): void
  /** Throws the refusal `cancelled` once the clerk has asked for it. */
  checkCancelled(): void
}

export type AnyQueryName = QueryName | ReportName

export type QueryHandler<N extends AnyQueryName> = (
  context: QueryContext,
  input: ParsedInput<N>,
) => OutputOf<N> | Promise<OutputOf<N>>

export type QueryHandlers = { readonly [N in AnyQueryName]: QueryHandler<N> }
