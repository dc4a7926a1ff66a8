import type { InputOf } from '../../../src-shared/contract.ts'
import type { Proposal } from '../../../src-shared/cash/contract/receipts.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import { TOLERANCE_REASON } from '../../../src-shared/cash/rules/tolerance.ts'
import { defineDraft, draftField } from '../../entry/draft-schema.ts'
import type { EntryOf } from '../../entry/draft-schema.ts'
import { exchangeRateOf } from '../../entry/exchange-rate.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { deductedField, NOTHING_DEDUCTED, sumDeducted } from '../settling/deductions.ts'
import type { Deducted } from '../settling/deductions.ts'
import {
  chosenOf,
  NOTHING_APPLIED,
  rowErrors,
  settledBy,
  settlesOf,
  sumApplied,
  withSettles,
} from '../settling/settle-row.ts'
import type { SettleRow, AppliedAmounts, WriteAmount } from '../settling/settle-row.ts'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'

/** Whose money it is, and what it settles: as proposed (the first or one further on), or by hand. */
export const identifyDraft = defineDraft({
  unidentifiedId: draftField.count,
  customer: draftField.option,
  date: draftField.date,
  /** A later day on which it is applied; null is the later of both documents' dates. */
  applicationDate: draftField.date,
  rate: draftField.text,
  memo: draftField.text,
  /** What the clerk took of each item; null while the proposal counts. */
  applied: draftField.by(draftField.count).nullable(),
  /** What it settles of items in other currencies, and rates typed for them. */
  settles: draftField.by(draftField.count),
  rates: draftField.by(draftField.text),
  /** What the payer kept back, by item. */
  deductions: draftField.by(deductedField),
  proposal: draftField.count,
})

export type IdentifyEntry = EntryOf<typeof identifyDraft>

export const blankIdentify = (unidentifiedId: number, commandUid: string, date: CalendarDate): IdentifyEntry => ({
  ...identifyDraft.blank(commandUid),
  unidentifiedId,
  date,
  applied: null,
})

/** What the proposal says counts again, the first or one further on. */
export const withProposal = (entry: IdentifyEntry): IdentifyEntry => ({
  ...entry,
  ...NOTHING_APPLIED,
  applied: null,
  deductions: {},
  proposal: entry.applied === null ? entry.proposal + 1 : 0,
})

/** Another customer has other items. */
export const withCustomer = (entry: IdentifyEntry, customer: PickerOption | null): IdentifyEntry =>
  customer?.key === entry.customer?.key
    ? { ...entry, customer }
    : { ...entry, customer, applicationDate: null, ...NOTHING_APPLIED, applied: null, deductions: {}, proposal: 0 }

/** What the rows say, from then on by hand. */
export const withRows = (entry: IdentifyEntry, rows: readonly SettleRow[]): IdentifyEntry => ({
  ...entry,
  ...chosenOf(rows),
  deductions: Object.fromEntries(
    rows
      .filter(({ deducted }) => deducted !== 0)
      .map(({ documentId }) => [documentId, entry.deductions[documentId] ?? NOTHING_DEDUCTED]),
  ),
})

/** What the payer kept back of an item; no more is settled of it than it then has open. */
export function withDeductions(entry: IdentifyEntry, row: SettleRow, deductions: readonly Deducted[]): IdentifyEntry {
  const { documentId, open } = row
  const most = Math.max(0, open - sumDeducted(deductions))
  const before = { ...row, applied: entry.applied?.[documentId] ?? 0, settles: entry.settles[documentId] ?? 0 }
  const { applied, settles } = settledBy(before) > most ? withSettles(before, most) : before
  return {
    ...entry,
    applied: { ...entry.applied, [documentId]: applied },
    ...(settles === 0 ? {} : { settles: { ...entry.settles, [documentId]: settles } }),
    deductions: { ...entry.deductions, [documentId]: deductions },
  }
}

export const usesNoCredit = ({ credits }: Proposal): boolean => credits.length === 0

/** The proposal that counts; none once the clerk has taken items by hand. */
export const proposalOf = ({ applied, proposal }: IdentifyEntry, proposals: readonly Proposal[]): Proposal | null =>
  applied === null && proposals.length > 0 ? (proposals[proposal % proposals.length] ?? null) : null

export const appliedByProposal = (proposal: Proposal | null): AppliedAmounts =>
  Object.fromEntries((proposal?.lines ?? []).map(({ documentId, amount }) => [documentId, amount]))

/**
 * Everything that keeps the entry from being posted; the ledger has the last word.
 * @param worth what the money settles
 */
export function checkIdentify(
  entry: IdentifyEntry,
  rows: readonly SettleRow[],
  worth: MinorUnits,
  write: WriteAmount,
): FieldErrors {
  const errors: Record<string, string> = { ...rowErrors(rows, write) }
  if (entry.customer === null) errors['customerId'] = 'Choose whose money it is: a code, a name or an invoice number.'
  if (entry.date === null) errors['date'] = 'Enter the date of the receipt.'
  const over = sumApplied(rows) - worth
  const last = rows.findLastIndex(({ applied }) => applied !== 0)
  if (over > 0) errors[`lines.${last}.amount`] = `${write(over)} more than was received.`
  return errors
}

type Input = InputOf<'unidentifiedReceipts.identify'> & { readonly commandUid: string }

/** Money is taken for it. */
export const isPaid = ({ applied }: SettleRow): boolean => applied > 0

/** Whether what is taken, kept back and given by the proposal leaves nothing open. */
export function isSettledBy(row: SettleRow, proposal: Proposal | null): boolean {
  const { documentId, open, deducted } = row
  const line = proposal?.lines.find((candidate) => candidate.documentId === documentId)
  return settledBy(row) + deducted + (line?.discount ?? 0) + (line?.writeOff ?? 0) === open
}

const isSent = ({ applied, deducted }: SettleRow): boolean => applied > 0 || deducted > 0

/** What is taken and deducted of each item, with the discount or write-off that the proposal gives it. */
const linesOf = (
  { deductions }: IdentifyEntry,
  rows: readonly SettleRow[],
  proposal: Proposal | null,
): Input['applications'] =>
  rows.filter(isSent).map((row) => {
    const { documentId, applied } = row
    const proposed = proposal?.lines.find((line) => line.documentId === documentId)
    const writeOff = proposed?.writeOff ?? 0
    const writeOffReason = writeOff === 0 ? '' : TOLERANCE_REASON
    const kept = [...(deductions[documentId] ?? NOTHING_DEDUCTED)]
    const discount = proposed?.discount ?? 0
    return { documentId, amount: applied, ...settlesOf(row), discount, writeOff, writeOffReason, deductions: kept }
  })

/**
 * Null while the entry is not complete; `checkIdentify` says why.
 * @param rounding what the cash is more than what it settles
 */
export function identifyInput(
  entry: IdentifyEntry,
  rows: readonly SettleRow[],
  proposal: Proposal | null,
  rounding = 0,
): Input | null {
  const { commandUid, draftUid, unidentifiedId: id, customer, date, applicationDate, memo } = entry
  if (customer === null || date === null) return null
  const rate = exchangeRateOf(entry.rate)
  const applications = linesOf(entry, rows, proposal)
  return {
    commandUid,
    draftUid,
    id,
    customerId: Number(customer.key),
    date,
    applicationDate,
    rate,
    memo,
    rounding,
    applications,
  }
}

/** Where a refusal is said: what concerns an item, in its row. */
export function identifyFieldOf(path: string, rows: readonly SettleRow[]): string | null {
  if (['customerId', 'date', 'applicationDate', 'rate', 'memo'].includes(path)) return path
  const [list, index, field] = path.split('.')
  const line = list === 'applications' ? rows.filter(isSent)[Number(index)] : undefined
  const at = rows.findIndex(({ documentId }) => documentId === line?.documentId)
  return at < 0 ? null : `lines.${at}.${field === 'settles' ? field : 'amount'}`
}

export const isBlankIdentify = ({ customer, memo, rate }: IdentifyEntry): boolean =>
  customer === null && memo.trim() === '' && rate.trim() === ''
