import type { z } from 'zod'
import type { Operation } from './operation.ts'

/** How each module says what its commands did, for Who did what and the History of a record. */

/** A record that a command was about, beside the documents and customers that its facts name. */
export interface RecordRef {
  readonly kind: RecordRefKind
  /** 1 where there is one for all, as the company. */
  readonly id: number
}

export const recordKinds = [
  'company',
  'terms',
  'tax_code',
  'product',
  'account',
  'rates',
  'reason_code',
  'limits',
  'person',
  'number_series',
  'recurring',
  'receipt_batch',
  'unidentified_receipt',
] as const
export type RecordKind = (typeof recordKinds)[number]
export type RecordRefKind = RecordKind | 'customer' | 'document'

/** Names of what entries point to, and values as the company writes them. Names are those of today. */
export interface EntryTexts {
  readonly baseCurrency: string
  /** Minor units with their currency: "1,234.50 USD". */
  amount(minor: number, currency: string): string
  /** Millionths: "12.5". */
  decimal(millionths: number): string
  price(price: number | string): string
  date(day: string): string
  customer(id: number): string
  /** "Invoice INV-00012" */
  document(id: number): string
  /** The currency of a document. */
  currencyOf(documentId: number): string
  currencyOfBatch(id: number): string
  account(id: number): string
  terms(id: number): string
  taxCode(id: number): string
  product(id: number): string
  reason(id: number): string
  person(id: number): string
  batch(id: number): string
  recurring(id: number): string
  unidentified(id: number): string
}

/** The values of a record by field, as they were entered or stored. */
export type Values = Readonly<Record<string, unknown>>

/** One field of a record: what it is called, and its value in words. A company's own texts say themselves. */
export interface FieldWords {
  readonly title: string
  readonly text?: (value: never, texts: EntryTexts, whole: Values) => string
}

/** An entry as its words are made: parsed from the log. Older entries may lack what was added since. */
export interface Entry<Input, Output> {
  readonly input: Input
  readonly output: Output
}

export interface CommandWords<Input = never, Output = never> {
  /** What the command does, as the filter lists it: "Receive payment". */
  readonly title: string
  /** What was done, as a sentence without its full stop. */
  readonly say: (entry: Entry<Input, Output>, texts: EntryTexts) => string
  /** The records it was about, where no document names them. */
  readonly about?: (entry: Entry<Input, Output>) => readonly RecordRef[]
  /** Of a change: its fields, in the order they are said. */
  readonly fields?: Readonly<Record<string, FieldWords>>
  /** The fields as one object, where the input holds them otherwise. */
  readonly values?: (input: Input) => Values
}

type CommandIn<O> = O extends Operation<infer I, infer T, 'command'> ? { input: Logged<z.output<I>>; output: T } : never
/** The log holds the input without what the kernel takes of it. */
type Logged<I> = Omit<I, 'commandUid' | 'approval' | 'apart'>

type CommandNames<C> = { [N in keyof C]: C[N] extends Operation<z.ZodType, unknown, 'command'> ? N : never }[keyof C]

/** The words of every command of a contract; null of those that leave no row in the log. */
export type WordsOf<C> = {
  readonly [N in CommandNames<C>]: CommandWords<CommandIn<C[N]>['input'], CommandIn<C[N]>['output']> | null
}

/** Every field of a change has its words. */
export type FieldsOf<T> = { readonly [K in keyof T]-?: FieldWords }

/** What a command without words of its own would need; the platform sees all of them alike. */
export type AnyWords = CommandWords

/** The currency of a record: its own, or the company's where it names none. */
export const currencyIn = ({ currency }: Values, { baseCurrency }: Pick<EntryTexts, 'baseCurrency'>): string =>
  typeof currency === 'string' ? currency : baseCurrency

export const yesNo = (value: boolean): string => (value ? 'yes' : 'no')
export const none = (text: string): string => (text === '' ? 'nothing' : text)
