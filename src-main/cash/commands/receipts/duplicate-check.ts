import type { ParsedInput } from '../../../../src-shared/contract.ts'
import { earlierCheck } from '../../../../src-shared/cash/rules/duplicate-check.ts'
import type { Warning } from '../../../../src-shared/kit/warning.ts'
import type { Readable } from '../../../db/connection.ts'
import { earlierCheckOf } from '../../queries/receipts/earlier-check.ts'
import type { BilledCustomer } from '../../../ledger/facts/customer.ts'

/** A check is entered twice more often than two checks bear one number: the clerk is told, not stopped. */
export const duplicateCheckWarnings = (
  db: Readable,
  customer: BilledCustomer,
  { method, reference }: Pick<ParsedInput<'receipts.post'>, 'method' | 'reference'>,
): readonly Warning[] => {
  const earlier = method === 'check' ? earlierCheckOf(db, customer.id, reference) : null
  return earlier === null ? [] : [earlierCheck({ ...customer, reference }, earlier)]
}
