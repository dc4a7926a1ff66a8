import { z } from 'zod'
import type { Draft } from '../../src-shared/ledger/contract/drafts.ts'
import { isKnownCurrency } from '../../src-shared/domain/amounts/money.ts'
import { date, unitPrice } from '../../src-shared/kit/fields.ts'

// The window's policy forbids code made from text, which zod would else try for speed.
z.config({ jitless: true })

/** What every entry is saved and sent by. */
export type Drafted = {
  /** One for the entry until it is posted, so that posting it again after an uncertain answer posts it once. */
  readonly commandUid: string
  readonly draftUid: string
}

const text = z.string().catch('')

const bodyOf = (value: unknown): object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}

/**
 * A part of a draft. Its fields are read one by one: an older Duebook may have written it, so that what is missing or of
 * another kind counts as not entered.
 */
export const draftPart = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.preprocess(bodyOf, z.object(shape)).readonly()

export type PartOf<Schema extends z.ZodType> = z.output<Schema>

/** The fields that drafts are made of; each has a value while nothing is entered. */
export const draftField = {
  text,
  textOrNone: z.string().nullable().catch(null),
  flag: z.boolean().catch(false),
  /** A flag that is set until it is taken away. */
  setFlag: z.boolean().catch(true),
  /** An amount in minor units, millionths or an id; null while not entered. */
  whole: z.int().nullable().catch(null),
  count: z.int().catch(0),
  /** A whole number, or a word that stands for one. */
  wholeOr: <const Word extends string, Usual extends Word | null>(word: Word, usual: Usual) =>
    z
      .union([z.int(), z.literal(word)])
      .nullable()
      .catch(usual),
  date: date.nullable().catch(null),
  /** Null is the customer's. */
  currency: z.string().refine(isKnownCurrency).nullable().catch(null),
  /** Empty where none that the ledger knows was saved: whoever reads the draft puts one there. */
  currencyOrEmpty: z.string().refine(isKnownCurrency).catch(''),
  price: unitPrice.nullable().catch(null),
  /** One picked of many: a customer, a product. */
  option: z
    .object({ key: z.string().min(1), code: text, name: text })
    .readonly()
    .nullable()
    .catch(null),
  /** The record that is changed, as it was read. */
  versioned: z.object({ id: z.int(), version: z.int() }).readonly().nullable().catch(null),
  choice: <const Choice extends string>(choices: readonly Choice[], usual: NoInfer<Choice>) =>
    z.enum(choices).catch(usual),
  choiceOrNone: <const Choice extends string>(choices: readonly Choice[]) => z.enum(choices).nullable().catch(null),
  /** What a schema of the contract reads; null where it reads nothing. */
  read: <Schema extends z.ZodType>(schema: Schema) => schema.nullable().catch(null),
  /** Tells rows apart. */
  key: z
    .string()
    .min(1)
    .catch(() => crypto.randomUUID()),
  texts: z.array(z.coerce.string()).readonly().catch([]),
  /** By a key, such as the id of an item. */
  by: <Schema extends z.ZodType>(schema: Schema) => z.record(z.string(), schema).readonly().catch({}),
  /** Rows; never none where `first` makes one. */
  rows: <Schema extends z.ZodType>(row: Schema, first?: () => NoInfer<z.output<Schema>>) =>
    z
      .array(row)
      .min(first === undefined ? 0 : 1)
      .readonly()
      .catch(() => (first === undefined ? [] : [first()])),
}

/**
 * The draft of one kind of entry, declared once: what it holds, how an empty one looks, and how one is read that was saved
 * before.
 */
export function defineDraft<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const schema = draftPart({ ...shape, commandUid: text, draftUid: text })
  return {
    /** Nothing entered yet. */
    blank: (commandUid: string) => schema.parse({ commandUid, draftUid: crypto.randomUUID() }),
    /** The entry as it was left; `commandUid` stands in where the draft has none. */
    read: ({ uid, body }: Pick<Draft, 'uid' | 'body'>, commandUid: string) => {
      const saved = uids.parse(body).commandUid
      return schema.parse({ ...bodyOf(body), commandUid: saved === '' ? commandUid : saved, draftUid: uid })
    },
  }
}

const uids = draftPart({ commandUid: text })

/** An entry of a kind of draft. */
export type EntryOf<Kind extends { readonly blank: (commandUid: string) => Drafted }> = ReturnType<Kind['blank']>
