import { z } from 'zod'
import type { RefusalCode } from './refusals.ts'

/**
 * Where an operation runs:
 * - command: the ledger worker, one write in one transaction
 * - query: the read worker, answers within a key stroke
 * - report: the report worker, may take long, has progress and cancel
 * - shell: the main process itself (dialogs, files, printing, the company file's life)
 */
export type OperationKind = 'command' | 'query' | 'report' | 'shell'

export type Role = 'clerk' | 'supervisor'

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
  readonly role: Role
  /** False for drafts and preferences, which leave no trace in the command log. */
  readonly logged: boolean
  /** Reports progress and can be cancelled. */
  readonly long: boolean
}

/** A type passed as a value, so that an operation's output can stand beside its input. */
export type OutputType<T> = { readonly type?: T }
export const output = <T>(): OutputType<T> => ({})

/** Sent with each command by its maker; the same uid twice posts once. */
export const commandUid = z.uuid({ version: 'v7' })

type Shape = Readonly<Record<string, z.ZodType>>
type CommandInput<S extends Shape> = z.ZodObject<S & { commandUid: typeof commandUid }, z.core.$strict>

interface Options<T> {
  readonly output: OutputType<T>
  readonly refusals?: readonly RefusalCode[]
  readonly role?: Role
  readonly logged?: boolean
  readonly long?: boolean
}

const operation = <I extends z.ZodType, T, K extends OperationKind>(
  kind: K,
  input: I,
  options: Options<T>,
): Operation<I, T, K> => ({
  kind,
  input,
  refusals: options.refusals ?? [],
  role: options.role ?? 'clerk',
  logged: kind === 'command' && (options.logged ?? true),
  long: options.long ?? kind === 'report',
})

export const command = <const S extends Shape, T>(
  shape: S,
  options: Options<T>,
): Operation<CommandInput<S>, T, 'command'> =>
  operation('command', z.strictObject({ ...shape, commandUid }) as unknown as CommandInput<S>, options)

export const query = <const S extends Shape, T>(shape: S, options: Options<T>) =>
  operation('query', z.strictObject(shape), options)

export const report = <const S extends Shape, T>(shape: S, options: Options<T>) =>
  operation('report', z.strictObject(shape), options)

export const shell = <const S extends Shape, T>(shape: S, options: Options<T>) =>
  operation('shell', z.strictObject(shape), options)

export interface Refused {
  readonly code: RefusalCode
  readonly params: Readonly<Record<string, string | number>>
  /** The field refused, such as `lines.2.quantity`; empty when no single field is at fault. */
  readonly path: string
}

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refused }
