import { postedMemo } from './generated-memo.ts'
import type { CompanyRules } from '../../../company/facts/company.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { CommandContext } from '../../../kernel/command-handler.ts'
import { accountFor } from '../../../company/facts/account.ts'
import { toBase } from './base-currency.ts'
import { roundingAccount } from '../cash-rounding.ts'
import { insertDocument, type NewDocument } from './document.ts'
import { nextNumber } from '../../../company/facts/number.ts'
import { beginPosting, type OpenPosting } from './posting.ts'

export type PlainDocument = Omit<NewDocument, 'baseTotal'> & {
  /** What it moves in the company's currency, where another item says so; at its rate otherwise. */
  readonly baseTotal?: number
}

/** Appends a document without lines: the receivable against one account. The caller seals the posting. */
export const beginPlain = (
  context: CommandContext,
  rules: CompanyRules,
  document: PlainDocument,
  accountId: number,
): { readonly id: number; readonly uid: string; readonly posting: OpenPosting } => {
  const { kind, number, currency, rate, total, customerId } = document
  const baseTotal = document.baseTotal ?? toBase(total, currency, rules.baseCurrency, rate)
  const memo = postedMemo(kind, number.text)
  const posting = beginPosting(context, document.documentDate, currency, memo)
  const { id, uid } = insertDocument(context, posting.id, { ...document, baseTotal })
  const control = accountFor(context.tx, 'receivable')
  posting.add({ accountId: control, amount: total, baseAmount: baseTotal, customerId, itemId: id })
  // Only cash in the company's own currency is rounded.
  const rounding = document.cashRounding ?? 0
  posting.add({ accountId, amount: 0 - total - rounding, baseAmount: 0 - baseTotal - rounding })
  if (rounding !== 0)
    posting.add({ accountId: roundingAccount(context.tx, rules), amount: rounding, baseAmount: rounding })
  return { id, uid, posting }
}

/** A document as a command's input dates and describes it; due on its date. */
export interface EnteredDocument extends Omit<PlainDocument, 'number' | 'documentDate' | 'dueDate'> {
  readonly date: CalendarDate
}

/** Gives it the next number of its kind and appends it. The caller seals the posting. */
export const beginEntered = (
  context: CommandContext,
  rules: CompanyRules,
  { date, ...entered }: EnteredDocument,
  accountId: number,
): ReturnType<typeof beginPlain> & { readonly number: string } => {
  const number = nextNumber(context, entered.kind, date)
  const document = { ...entered, number, documentDate: date, dueDate: date }
  return { ...beginPlain(context, rules, document, accountId), number: number.text }
}
