import type { z } from 'zod'
import { companyContract } from './company/contract/index.ts'
import { ledgerContract } from './ledger/contract/index.ts'
import { customersContract } from './customers/contract/index.ts'
import { cashContract } from './cash/contract/index.ts'
import { billingContract } from './billing/contract/index.ts'
import { financeChargesContract } from './finance-charges/contract/index.ts'
import { currencyContract } from './currency/contract/index.ts'
import { documentsContract } from './documents/contract/index.ts'
import { reportsContract } from './reports/contract/index.ts'
import { importExportContract } from './import-export/contract/index.ts'
import { deskContract } from './desk/contract/index.ts'
import type { Operation } from './kit/operation.ts'

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
