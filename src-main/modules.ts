import type { CommandHandlers } from './kernel/command-handler.ts'
import type { IdleWork } from './kernel/ledger-module.ts'
import type { QueryHandlers } from './kernel/query-handler.ts'
import { company } from './company/index.ts'
import { ledger } from './ledger/index.ts'
import { customers } from './customers/index.ts'
import { cash } from './cash/index.ts'
import { billing } from './billing/index.ts'
import { financeCharges } from './finance-charges/index.ts'
import { currency } from './currency/index.ts'
import { documents } from './documents/index.ts'
import { reports } from './reports/index.ts'
import { importExport } from './import-export/index.ts'
import { desk } from './desk/index.ts'

/** Every command of the contract and what carries it out. */
export const commands: CommandHandlers = {
  ...company.commands,
  ...ledger.commands,
  ...customers.commands,
  ...cash.commands,
  ...billing.commands,
  ...financeCharges.commands,
  ...currency.commands,
  ...documents.commands,
  ...importExport.commands,
}

/** Every query and report of the contract and what answers it. */
export const queries: QueryHandlers = {
  ...company.queries,
  ...ledger.queries,
  ...customers.queries,
  ...cash.queries,
  ...billing.queries,
  ...financeCharges.queries,
  ...currency.queries,
  ...documents.queries,
  ...reports.queries,
  ...importExport.queries,
  ...desk.queries,
}

/** What is done when nobody works. */
export const idleWork: readonly IdleWork[] = [desk.whenIdle]
