import type { z } from 'zod'
import { companyContract } from './company/contract/index.ts'
import { companySubjects } from './company/contract/subjects.ts'
import { ledgerContract } from './ledger/contract/index.ts'
import { ledgerSubjects } from './ledger/contract/subjects.ts'
import { customersContract } from './customers/contract/index.ts'
import { customersSubjects } from './customers/contract/subjects.ts'
import { cashContract } from './cash/contract/index.ts'
import { cashSubjects } from './cash/contract/subjects.ts'
import { billingContract } from './billing/contract/index.ts'
import { billingSubjects } from './billing/contract/subjects.ts'
import { financeChargesContract } from './finance-charges/contract/index.ts'
import { financeChargesSubjects } from './finance-charges/contract/subjects.ts'
import { currencyContract } from './currency/contract/index.ts'
import { currencySubjects } from './currency/contract/subjects.ts'
import { documentsContract } from './documents/contract/index.ts'
import { documentsSubjects } from './documents/contract/subjects.ts'
import { reportsContract } from './reports/contract/index.ts'
import { reportsSubjects } from './reports/contract/subjects.ts'
import { importExportContract } from './import-export/contract/index.ts'
import { importExportSubjects } from './import-export/contract/subjects.ts'
import { deskContract } from './desk/contract/index.ts'
import { deskSubjects } from './desk/contract/subjects.ts'
import type { Operation } from './kit/operation.ts'
import type { ShellSubjects, Subject, SubjectsOf } from './kit/subjects.ts'

/** Every operation of Duebook, as its module declares it; the ledger, the host and the window all read this list. */
export const contract = {
  ...companyContract,
  ...ledgerContract,
  ...customersContract,
  ...cashContract,
  ...billingContract,
  ...financeChargesContract,
  ...currencyContract,
  ...documentsContract,
  ...reportsContract,
  ...importExportContract,
  ...deskContract,
} satisfies Record<string, Operation>

/** What each command changes and each query reads, as its module declares it. */
export const subjects = {
  ...companySubjects,
  ...ledgerSubjects,
  ...customersSubjects,
  ...cashSubjects,
  ...billingSubjects,
  ...financeChargesSubjects,
  ...currencySubjects,
  ...documentsSubjects,
  ...reportsSubjects,
  ...importExportSubjects,
  ...deskSubjects,
} satisfies SubjectsOf<typeof contract>

export type Contract = typeof contract
export type OperationName = keyof Contract

/** What a caller writes: defaults may be left out. */
export type InputOf<N extends OperationName> = z.input<Contract[N]['input']>
/** What a handler receives: defaults filled in, text normalised. */
export type ParsedInput<N extends OperationName> = z.output<Contract[N]['input']>
export type OutputOf<N extends OperationName> = Contract[N] extends Operation<z.ZodType, infer T> ? T : never

type NamesOfKind<K extends Operation['kind']> = {
  [N in OperationName]: Contract[N]['kind'] extends K ? N : never
}[OperationName]
export type CommandName = NamesOfKind<'command'>
export type QueryName = NamesOfKind<'query'>
export type ReportName = NamesOfKind<'report'>
export type ShellName = NamesOfKind<'shell'>

export const isOperationName = (name: string): name is OperationName => Object.hasOwn(contract, name)

const declared: { readonly [N in OperationName]?: readonly Subject[] | ShellSubjects } = subjects

/** Nothing of what only reads. */
export const changedBy = (name: OperationName): readonly Subject[] => {
  const own = declared[name] ?? []
  if ('changes' in own) return own.changes
  return 'reads' in own || contract[name].kind !== 'command' ? [] : own
}

const readBy = (name: OperationName): readonly Subject[] => {
  const own = declared[name] ?? []
  if ('reads' in own) return own.reads
  return 'changes' in own || contract[name].kind === 'command' ? [] : own
}

/**
 * Whether a query has to be asked again once an operation was carried out. Whoever signs in or out sees other things: then all of
 * it has.
 */
export const isReadAgain = (query: OperationName, after: OperationName): boolean => {
  const changed = changedBy(after)
  return changed.includes('session') || readBy(query).some((subject) => changed.includes(subject))
}
