import type { Operation } from './operation.ts'

/**
 * What the ledger is about, as commands change it and queries read it: after a command only the queries that read what it changes
 * are asked again.
 */
export type Subject =
  /** The company's own data, its settings and its closing date. */
  | 'company'
  | 'people'
  /** Who is signed in. */
  | 'session'
  | 'preferences'
  | 'accounts'
  | 'terms'
  | 'taxCodes'
  | 'products'
  | 'reasons'
  | 'limits'
  | 'rates'
  /** Number series, and the number that each gives next. */
  | 'numbers'
  | 'drafts'
  /** The records of customers, not what they owe. */
  | 'customers'
  | 'documents'
  /** What is open: balances, applications, holds. */
  | 'openItems'
  /** Postings and their entries. */
  | 'entries'
  | 'batches'
  | 'unidentifiedReceipts'
  | 'deductions'
  | 'recurringInvoices'
  /** The log of commands, which every logged command adds to. */
  | 'log'
  /** Backups and their places. */
  | 'backups'

/** Of an operation of the shell, which may do the one or the other. */
export type ShellSubjects = { readonly changes: readonly Subject[] } | { readonly reads: readonly Subject[] }

/** What each command of a contract changes, and what each query and report reads; of the shell's own, those that do either. */
export type SubjectsOf<C extends Readonly<Record<string, Operation>>> = {
  readonly [N in keyof C as C[N]['kind'] extends 'shell' ? never : N]: readonly Subject[]
} & { readonly [N in keyof C as C[N]['kind'] extends 'shell' ? N : never]?: ShellSubjects }

/** What every document that is posted changes, besides itself. */
export const posting = ['documents', 'openItems', 'entries', 'numbers', 'drafts', 'log'] as const satisfies Subject[]

/** What is read to show documents with the names that they bear. */
export const documentsRead = ['documents', 'openItems', 'customers'] as const satisfies Subject[]
