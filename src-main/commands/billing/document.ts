import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { documentKindName } from '../../../src-shared/domain/documents.ts'
import { addChecked, sum } from '../../../src-shared/domain/money.ts'
import type { Instalment } from '../../../src-shared/domain/terms.ts'
import type { CompanyRules } from '../../db/company.ts'
import { accountFor } from '../facts/account.ts'
import { toBase } from '../facts/base-currency.ts'
import type { BilledCustomer } from '../facts/customer.ts'
import {
  insertDocument,
  insertInstalments,
  insertLines,
  insertTaxes,
  type NewDocument,
  type NewLine,
  type NewTax,
} from '../facts/document.ts'
import { beginPosting, type OpenPosting } from '../facts/posting.ts'
import type { CommandContext } from '../handler.ts'

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
> {
  readonly customer: BilledCustomer
  readonly lines: readonly NewLine[]
  readonly taxes: readonly BilledTax[]
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
  const { customer, lines, taxes, plan, ...head } = document
  const { currency } = customer
  const base = (amount: number): number => toBase(amount, currency, rules.baseCurrency, document.rate)
  const total = sum([...lines.map(({ net }) => net), ...taxes.map(({ tax }) => tax)])
  const memo = `${documentKindName[document.kind]} ${document.number.text}`
  const posting = beginPosting(context, document.documentDate, currency, memo)
  const { id, uid } = insertDocument(context, posting.id, {
    ...head,
    customerId: customer.id,
    currency,
    total,
    baseTotal: base(total),
  })
  insertLines(context, id, lines)
  insertTaxes(context, id, taxes)
  if (plan && plan.length > 1) insertInstalments(context, id, plan)
  const control = { accountId: accountFor(context.tx, 'receivable'), customerId: customer.id, itemId: id }
  posting.add({ ...control, amount: total, baseAmount: base(total) })
  addOtherSide(posting, total, lines, taxes, base)
  return { id, uid, total, dueDate: document.dueDate, posting }
}

/** Tax and sales, one entry for each account; rounding of a foreign currency goes to the last, of sales, never to tax. */
const addOtherSide = (
  posting: OpenPosting,
  total: number,
  lines: readonly NewLine[],
  taxes: readonly BilledTax[],
  base: (amount: number) => number,
): void => {
  const byAccount = new Map<number, number>()
  const add = (accountId: number, amount: number): void =>
    void byAccount.set(accountId, addChecked(byAccount.get(accountId) ?? 0, 0 - amount))
  for (const { accountId, tax } of taxes) if (tax !== 0) add(accountId, tax)
  for (const { accountId, net } of lines) add(accountId, net)
  let left = 0 - base(total)
  for (const [index, [accountId, amount]] of [...byAccount].entries()) {
    const baseAmount = index === byAccount.size - 1 ? left : base(amount)
    left = addChecked(left, 0 - baseAmount)
    posting.add({ accountId, amount, baseAmount })
  }
}
