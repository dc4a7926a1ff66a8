import { z } from 'zod'
import type { ApprovableCode, RefusalCode, Refused } from './refusal.ts'

/**
 * Where an operation runs:
 * - command: the ledger worker, one write in one transaction
 * - query: the read worker, answers within a key stroke
 * - report: the report worker, may take long, has progress and cancel
 * - shell: the main process itself (dialogs, files, printing, the company file's life)
 */
export type OperationKind = 'command' | 'query' | 'report' | 'shell'

/** Who works, from who may do least: each may do what those before may. */
export const roles = ['viewer', 'clerk', 'supervisor', 'owner'] as const
export type Role = (typeof roles)[number]

/** Whether somebody of a role may do what needs another. */
export const isAtLeast = (role: Role, needed: Role): boolean => roles.indexOf(role) >= roles.indexOf(needed)

/**
 * Whether a desk of a shared ledger may do it by itself:
 * - alone: also without a connection to the others; it is decided once more on top of what they did meanwhile
 * - together: only with the connection, so that nobody decides on less than is known
 * - desk: it stays on the desk, outside the ledger
 */
export type Office = 'alone' | 'together' | 'desk'

/**
 * How a command that was done alone gives way when it is refused on top of what others did:
 * - stands: its paper or money is out, so it stays; what is refused of it falls off
 * - not_taken: it is not done, and its clerk is told why
 * - renamed: the code it gave gets the desk's letter
 * - by_field: what one side changed is taken; where both did, the office's stays
 * - never: it was not done alone
 */
export type GiveWay = 'stands' | 'not_taken' | 'renamed' | 'by_field' | 'never'

/** What a shared ledger has to know of each command. */
type Sharing =
  | { readonly office: 'alone'; readonly giveWay: Exclude<GiveWay, 'never'> }
  | { readonly office: 'together' | 'desk'; readonly giveWay: 'never' }

export interface Operation<
  Input extends z.ZodType = z.ZodType,
  Output = unknown,
  Kind extends OperationKind = OperationKind,
> {
  readonly kind: Kind
  readonly input: Input
  /** Never set: carries the output's type only, since what we send ourselves is not parsed again. */
  readonly output?: Output
  readonly refusals: readonly RefusalCode[]
  /** The least role that may do it. A viewer reads and prints; what changes the books takes a clerk. */
  readonly role: Role
  /** False for drafts and preferences, which leave no trace in the command log. */
  readonly logged: boolean
  /** Reports progress and can be cancelled. */
  readonly long: boolean
  /** It can be sent again with a supervisor's approval: true of every command with a refusal that one may let pass. */
  readonly approvable: boolean
  /** Fields of the input that reach the handler only: neither the command log nor its hash. */
  readonly secrets: readonly string[]
  /** It is answered while nobody is signed in. */
  readonly beforeSignIn: boolean
  /** The field that names who does a command that is logged although nobody may be signed in; its handler asks for a proof. */
  readonly doneBy: string | null
  /** Of a command; null of all else. */
  readonly sharing: Sharing | null
}

/** A type passed as a value, so that an operation's output can stand beside its input. */
export type OutputType<T> = { readonly type?: T }
export const output = <T>(): OutputType<T> => ({})

/** Sent with each command by its maker; the same uid twice posts once. */
export const commandUid = z.uuid({ version: 'v7' })

/** What only its owner knows: 4 to 12 digits. */
export const pin = z.string().regex(/^\d{4,12}$/, { error: 'bad_pin' })

/** What a supervisor can let pass, of all commands; known once all are declared. */
const approvableCodes = new Set<unknown>()
const approvableCode = z.custom<ApprovableCode>((value) => approvableCodes.has(value))

/** Sent with a command that was refused, once a supervisor has read the refusals and lets just these pass. */
export const approval = z.strictObject({
  userId: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  /** Null for a supervisor without a PIN, who works alone. */
  pin: pin.nullable(),
  over: z.array(approvableCode).min(1).max(20),
  /** What was read, where there were several of one kind: the parameters of each as JSON. Else the first of a kind is. */
  read: z
    .array(z.strictObject({ code: approvableCode, said: z.string().max(2000) }))
    .max(1000)
    .optional(),
})
export type Approval = z.output<typeof approval>

/** Two codes or numbers that look alike and are both meant: sent again once the clerk was asked and says so. */
export const apart = z.array(z.strictObject({ code: z.string().max(128), like: z.string().max(128) })).max(10_000)
export type Apart = z.output<typeof apart>

type Shape = Readonly<Record<string, z.ZodType>>
type Approvable<A extends readonly ApprovableCode[]> = A extends readonly []
  ? unknown
  : { approval: z.ZodOptional<typeof approval> }
type Askable<R extends readonly RefusalCode[]> =
  Extract<R[number], 'looks_like'> extends never ? unknown : { apart: z.ZodOptional<typeof apart> }
type CommandInput<S extends Shape, R extends readonly RefusalCode[], A extends readonly ApprovableCode[]> = z.ZodObject<
  S & { commandUid: typeof commandUid } & Approvable<A> & Askable<R>,
  z.core.$strict
>

/** What it may be refused with for good. */
type FinalCode = Exclude<RefusalCode, ApprovableCode>

interface Options<T> {
  readonly output: OutputType<T>
  readonly refusals?: readonly FinalCode[]
  readonly role?: Role
  readonly logged?: boolean
  readonly long?: boolean
  readonly secrets?: readonly string[]
  readonly beforeSignIn?: boolean
  readonly doneBy?: string
}

interface CommandOptions<T, R extends readonly FinalCode[], A extends readonly ApprovableCode[]> extends Options<T> {
  readonly refusals?: R
  /** What it may be refused with unless a supervisor lets it pass. */
  readonly approvable?: A
}

/** What a command sent with an approval may be refused with. */
const approvalRefusals = ['approval_wrong', 'pin_wait'] as const satisfies readonly RefusalCode[]

const operation = <I extends z.ZodType, T, K extends OperationKind>(
  kind: K,
  input: I,
  options: Options<T>,
  approvable: readonly ApprovableCode[] = [],
  sharing: Sharing | null = null,
): Operation<I, T, K> => {
  const refusals = options.refusals ?? []
  return {
    kind,
    input,
    refusals: approvable.length > 0 ? [...refusals, ...approvable, ...approvalRefusals] : refusals,
    role: options.role ?? (kind === 'command' ? 'clerk' : 'viewer'),
    logged: kind === 'command' && (options.logged ?? true),
    long: options.long ?? kind === 'report',
    approvable: approvable.length > 0,
    secrets: options.secrets ?? [],
    beforeSignIn: options.beforeSignIn ?? false,
    doneBy: options.doneBy ?? null,
    sharing,
  }
}

const sharingOf = (words: Sharing): Sharing =>
  words.office === 'alone'
    ? { office: words.office, giveWay: words.giveWay }
    : { office: words.office, giveWay: words.giveWay }

/**
 * A command that may be refused with what a supervisor can let pass takes an approval beside its own fields; one that may
 * ask about a code that looks like another takes the clerk's answer.
 */
export const command = <
  const S extends Shape,
  T,
  const R extends readonly FinalCode[] = readonly [],
  const A extends readonly ApprovableCode[] = readonly [],
>(
  shape: S,
  options: CommandOptions<T, R, A> & Sharing,
): Operation<CommandInput<S, R, A>, T, 'command'> => {
  const { approvable = [], refusals = [] } = options
  for (const code of approvable) approvableCodes.add(code)
  const asks = refusals.some((code) => code === 'looks_like')
  const input = z.strictObject({
    ...shape,
    commandUid,
    ...(approvable.length > 0 ? { approval: approval.optional() } : {}),
    ...(asks ? { apart: apart.optional() } : {}),
  })
  return operation('command', input as unknown as CommandInput<S, R, A>, options, approvable, sharingOf(options))
}

export const query = <const S extends Shape, T>(shape: S, options: Options<T>) =>
  operation('query', z.strictObject(shape), options)

export const report = <const S extends Shape, T>(shape: S, options: Options<T>) =>
  operation('report', z.strictObject(shape), options)

export const shell = <const S extends Shape, T>(shape: S, options: Options<T>) =>
  operation('shell', z.strictObject(shape), options)

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refused }
