import { postedMemo } from '../../../ledger/facts/documents/generated-memo.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import { baseOfMove, type CarriedAmount } from '../../../../src-shared/ledger/rules/base-currency/base-amounts.ts'
import { addChecked, sum } from '../../../../src-shared/domain/amounts/money.ts'
import type { Instalment } from '../../../../src-shared/company/rules/terms/terms.ts'
import type { CompanyRules } from '../../../company/facts/company.ts'
import { accountFor } from '../../../company/facts/account.ts'
import { toBase } from '../../../ledger/facts/documents/base-currency.ts'
import type { BilledCustomer } from '../../../ledger/facts/customer.ts'
import {
  insertDocument,
  insertInstalments,
  insertLines,
  insertTaxes,
  type NewDocument,
  type NewLine,
  type NewTax,
} from '../../../ledger/facts/documents/document.ts'
import { beginPosting, type OpenPosting } from '../../../ledger/facts/documents/posting.ts'
import type { AccountAmount } from '../../../ledger/facts/settlement/settlement-base.ts'
import type { CommandContext } from '../../../kernel/command-handler.ts'

/** Tax of one code, with the account it is owed on. */
export interface BilledTax extends NewTax {
  readonly accountId: number
}

/** A document made of lines and taxes. Amounts in minor units, signed as they move the receivable. */
export interface BillingDocument extends Pick<
  NewDocument,
  | 'kind'
  | 'number'
  | 'documentDate'
  | 'dueDate'
  | 'currency'
  | 'rate'
  | 'reference'
  | 'memo'
  | 'termsId'
  | 'pricesIncludeTax'
  | 'discountUntil'
  | 'discount'
  | 'graceDays'
  | 'creditsId'
  | 'documentDiscountPercent'
  | 'discountable'
  | 'toleranceMost'
> {
  readonly customer: BilledCustomer
  readonly lines: readonly NewLine[]
  readonly taxes: readonly BilledTax[]
  /** Of a credit note for lines: what the invoice and what came of it moved on each account, at the invoice's rate. */
  readonly carried?: (accountId: number) => CarriedAmount
  /** What falls due when; kept only when it is more than one part. */
  readonly plan?: readonly Instalment[]
}

export interface BegunBilling {
  readonly id: number
  readonly uid: string
  /** Minor units, signed. */
  readonly total: number
  readonly dueDate: CalendarDate
  /** Holds the document's own entries; not sealed, so that what is applied at once joins it. */
  readonly posting: OpenPosting
}

/** Appends an invoice, debit note, finance charge or credit note with its entries. The caller seals the posting. */
export const beginBilling = (context: CommandContext, rules: CompanyRules, document: BillingDocument): BegunBilling => {
  const { customer, lines, taxes, plan, carried, ...head } = document
  const { currency } = document
  const total = sum([...lines.map(({ net }) => net), ...taxes.map(({ tax }) => tax)])
  const memo = postedMemo(document.kind, document.number.text)
  const others = otherSide(lines, taxes)
  const base = (amount: number): number => toBase(amount, currency, rules.baseCurrency, document.rate)
  const taken = carried ? basesTaken(others, carried) : []
  // Lines of both signs may round to the other side of nothing; then its own rate says what it is worth.
  const isTaken = carried !== undefined && (total < 0 ? sum(taken) >= 0 : sum(taken) === 0)
  const bases = isTaken ? taken : basesAtRate(others, base, base(total))
  const baseTotal = 0 - sum(bases)
  const posting = beginPosting(context, document.documentDate, currency, memo)
  const { id, uid } = insertDocument(context, posting.id, {
    ...head,
    customerId: customer.id,
    total,
    baseTotal,
  })
  insertLines(context, id, lines)
  insertTaxes(context, id, taxes)
  if (plan && plan.length > 1) insertInstalments(context, id, plan)
  const control = { accountId: accountFor(context.tx, 'receivable'), customerId: customer.id, itemId: id }
  posting.add({ ...control, amount: total, baseAmount: baseTotal })
  for (const [index, [accountId, amount]] of others.entries())
    posting.add({ accountId, amount, baseAmount: bases[index] ?? 0 })
  return { id, uid, total, dueDate: document.dueDate, posting }
}

/** Tax and sales, one amount for each account, debit positive; sales come last. */
const otherSide = (lines: readonly NewLine[], taxes: readonly BilledTax[]): readonly AccountAmount[] => {
  const byAccount = new Map<number, number>()
  const add = (accountId: number, amount: number): void =>
    void byAccount.set(accountId, addChecked(byAccount.get(accountId) ?? 0, 0 - amount))
  for (const { accountId, tax } of taxes) if (tax !== 0) add(accountId, tax)
  for (const { accountId, net } of lines) add(accountId, net)
  return [...byAccount]
}

/** Rounding of a foreign currency goes to the last, of sales, never to tax. */
const basesAtRate = (
  others: readonly AccountAmount[],
  base: (amount: number) => number,
  baseTotal: number,
): readonly number[] => {
  let left = 0 - baseTotal
  return others.map(([, amount], index) => {
    const baseAmount = index === others.length - 1 ? left : base(amount)
    left = addChecked(left, 0 - baseAmount)
    return baseAmount
  })
}

/** What takes all that is left on an account takes all that is left there in the company's currency. */
const basesTaken = (
  others: readonly AccountAmount[],
  carried: (accountId: number) => CarriedAmount,
): readonly number[] => others.map(([accountId, amount]) => baseOfMove(amount, carried(accountId)))
