/** Statements of which the last is the attack, or would be allowed; those before prepare it and are let through. */
export type Attack = readonly string[]

export interface TriggerCase {
  /** By message, without the table before it. Each raises exactly it. */
  readonly refused: Readonly<Record<string, readonly Attack[]>>
  /** What comes close to it, and is let through. */
  readonly allowed?: readonly Attack[]
}

/** By the trigger's name. */
export type TriggerCases = Readonly<Record<string, TriggerCase>>

/** The command after the last, which is not finished. */
export const NEXT = '(SELECT max(seq) + 1 FROM command_log)'
/** The key of a document, posting or application that an attack adds; none of the books' is near it. */
export const NEW = '900000'

/** A row like one that is there; `changes` are what is different, as SQL. A key and a uid of its own it has anyway. */
export const copy = (table: string, where: string, changes: Readonly<Record<string, string>> = {}): string =>
  `COPY ${JSON.stringify({ table, where, changes })}`

/** A document like one that is there, of the next command and not posted. */
export const newDocument = (number: string, changes: Readonly<Record<string, string>> = {}): string =>
  copy('document', `id = #${number}`, {
    id: NEW,
    command_seq: NEXT,
    posting_id: NEW,
    number: `'ZZ-ATTACK'`,
    number_key: `'ZZ-ATTACK'`,
    series_id: 'NULL',
    series_number: 'NULL',
    document_date: `'2025-06-20'`,
    due_date: `'2025-06-20'`,
    ...changes,
  })

export const insert = (table: string, values: Readonly<Record<string, string>>): string =>
  `INSERT INTO ${table} (${Object.keys(values).join(', ')}) VALUES (${Object.values(values).join(', ')})`

export const closing = (date: string): string => `UPDATE company SET closing_date = '${date}'`

export type Changes = Readonly<Record<string, string>>

/** Keys of several that an attack adds. */
export const more = (by: number): string => String(Number(NEW) + by)

/** Otherwise lawful, but a void. */
export const asVoid: Changes = { reverses_id: '1' }

/** The rules of voids are others. */
export const anyVoid = (attack: Attack): Attack => [
  'DROP TRIGGER document_void_mirrors',
  'DROP TRIGGER document_void_in_batch',
  ...attack,
]
