import type { z } from 'zod'
import { adjustments } from './adjustments.ts'
import { aging } from './aging.ts'
import { applications } from './applications.ts'
import { company } from './company.ts'
import { creditNotes } from './creditNotes.ts'
import { customers } from './customers.ts'
import { debitNotes } from './debitNotes.ts'
import { deductions } from './deductions.ts'
import { documents } from './documents.ts'
import { drafts } from './drafts.ts'
import { financeCharges } from './financeCharges.ts'
import { imports } from './imports.ts'
import { invoices } from './invoices.ts'
import { ledger } from './ledger.ts'
import { openItems } from './openItems.ts'
import { page } from './page.ts'
import type { Operation } from './operation.ts'
import { numberSeries } from './numberSeries.ts'
import { openingBalances } from './openingBalances.ts'
import { parkedReceipts } from './parkedReceipts.ts'
import { people } from './people.ts'
import { policies } from './policies.ts'
import { rates } from './rates.ts'
import { receipts } from './receipts.ts'
import { recurring } from './recurring.ts'
import { receiptBatches } from './receiptBatches.ts'
import { refunds } from './refunds.ts'
import { revaluation } from './revaluation.ts'
import { setup } from './setup.ts'
import { statements } from './statements.ts'

/** Every operation of Duebook, declared once; the ledger, the host and the window all read this list. */
export const contract = {
  ...company,
  ...customers,
  ...setup,
  ...openItems,
  ...invoices,
  ...recurring,
  ...creditNotes,
  ...debitNotes,
  ...adjustments,
  ...refunds,
  ...financeCharges,
  ...people,
  ...policies,
  ...rates,
  ...revaluation,
  ...numberSeries,
  ...openingBalances,
  ...receipts,
  ...parkedReceipts,
  ...receiptBatches,
  ...deductions,
  ...applications,
  ...documents,
  ...aging,
  ...ledger,
  ...statements,
  ...drafts,
  ...imports,
  ...page,
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
