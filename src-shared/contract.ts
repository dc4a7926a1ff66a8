import type { z } from 'zod'
import { adjustments } from './cash/contract/adjustments.ts'
import { aging } from './reports/contract/aging.ts'
import { applications } from './cash/contract/applications.ts'
import { company } from './company/contract/company.ts'
import { creditNotes } from './billing/contract/creditNotes.ts'
import { customers } from './customers/contract/customers.ts'
import { debitNotes } from './billing/contract/debitNotes.ts'
import { deductions } from './cash/contract/deductions.ts'
import { documents } from './ledger/contract/documents.ts'
import { drafts } from './ledger/contract/drafts.ts'
import { financeCharges } from './charges/contract/financeCharges.ts'
import { imports } from './move/contract/imports.ts'
import { invoices } from './billing/contract/invoices.ts'
import { ledger } from './reports/contract/ledger.ts'
import { openItems } from './ledger/contract/openItems.ts'
import { page } from './company/contract/page.ts'
import type { Operation } from './kit/operation.ts'
import { numberSeries } from './company/contract/numberSeries.ts'
import { openingBalances } from './billing/contract/openingBalances.ts'
import { parkedReceipts } from './cash/contract/parkedReceipts.ts'
import { people } from './company/contract/people.ts'
import { policies } from './company/contract/policies.ts'
import { rates } from './company/contract/rates.ts'
import { receipts } from './cash/contract/receipts.ts'
import { recurring } from './billing/contract/recurring.ts'
import { receiptBatches } from './cash/contract/receiptBatches.ts'
import { refunds } from './cash/contract/refunds.ts'
import { revaluation } from './currency/contract/revaluation.ts'
import { setup } from './company/contract/setup.ts'
import { statements } from './reports/contract/statements.ts'

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
