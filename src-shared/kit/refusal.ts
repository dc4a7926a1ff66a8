import type { NoParams, ParamsIn, Sentence } from './sentence.ts'

/**
 * How a refusal is declared and thrown. Each module has its sentences in its own `refusals.ts` and adds them to the type
 * `Refusals` here, so that the compiler knows every code and what its sentence needs, and nothing is imported upward.
 */

/** Sentences by code. A supervisor can let pass what is marked so. */
export type Sentences = Readonly<Record<string, Sentence | { readonly approvable: Sentence }>>

/** The sentences of all modules, by code. */
// oxlint-disable-next-line typescript/no-empty-object-type -- each module adds its own
export interface Refusals {}

export type RefusalCode = keyof Refusals

type SentenceIn<D> = D extends { readonly approvable: infer S } ? S : D

/** What a sentence needs; of several codes, what one or the other needs. */
export type ParamsOf<C extends RefusalCode> = C extends RefusalCode ? ParamsIn<SentenceIn<Refusals[C]>> : never

/** A refusal as it is told: which, and what its sentence needs. */
export type RefusalMessage = {
  [C in RefusalCode]: { readonly code: C; readonly params: ParamsOf<C> }
}[RefusalCode]

/** `path` names the field refused, such as `lines.2.quantity`; it is empty when no single field is at fault. */
export type Refused = RefusalMessage & { readonly path: string }

/** Who throws one of several codes gives what all of them need. */
type Needed<C extends RefusalCode> = (C extends RefusalCode ? (params: ParamsOf<C>) => void : never) extends (
  params: infer All,
) => void
  ? All
  : never
type Details<C extends RefusalCode> =
  NoParams extends Needed<C> ? [params?: Needed<C>, path?: string] : [params: Needed<C>, path?: string]

/** Thrown by decisions and handlers to say no; the kernel rolls back and answers with it. Never used for defects. */
export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  readonly code: C
  readonly params: Readonly<Record<string, string | number>>
  readonly path: string

  constructor(code: C, ...[params, path = '']: Details<C>) {
    super()
    this.name = 'Refusal'
    this.code = code
    this.params = params ?? {}
    this.path = path
  }

  /** For logs. What a clerk reads is made where it is shown. */
  override get message(): string {
    return this.code
  }

  // Else `instanceof` makes a Refusal of any code, whose parts are not checked.
  static override [Symbol.hasInstance](value: unknown): value is Refusal {
    return Function.prototype[Symbol.hasInstance].call(this, value)
  }

  /** What another thread or file answered, to be thrown here. */
  static from({ code, params, path }: Refused): Refusal {
    return new Refusal(code, params as never, path)
  }

  /** The same refusal of another field. */
  at(path: string): Refusal<C> {
    return new Refusal(this.code, this.params as never, path)
  }

  /** As it is answered. */
  get refused(): Refused {
    return { code: this.code, params: this.params, path: this.path } as unknown as Refused
  }
}

/** What a supervisor can let pass. */
export type ApprovableCode = {
  [C in RefusalCode]: Refusals[C] extends { readonly approvable: Sentence } ? C : never
}[RefusalCode]
