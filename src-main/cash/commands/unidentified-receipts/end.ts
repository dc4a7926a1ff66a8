import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { ExchangeRate } from '../../../../src-shared/domain/amounts/exchange-rate.ts'
import { formatDate } from '../../../../src-shared/domain/dates/date-text.ts'
import type { CompanyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'
import {
  lastingEnd,
  unidentifiedEnds,
  unidentifiedMoney,
  unidentifiedSince,
  type UnidentifiedMoney,
} from '../../facts/unidentified-receipts.ts'
import { accountFor } from '../../../company/facts/account.ts'
import { toBase } from '../../../ledger/facts/documents/base-currency.ts'
import { beginPosting } from '../../../ledger/facts/documents/posting.ts'
import type { CommandContext } from '../../../kernel/command-handler.ts'

/** The unidentified receipt, when it may end on that day; refused otherwise. */
export const loadUnidentified = (db: Readable, id: number, date: CalendarDate): UnidentifiedMoney => {
  const unidentified = unidentifiedMoney(db, id)
  if (!unidentified) throw new Refusal('unidentified_receipt_not_found', {}, 'id')
  const ends = unidentifiedEnds(db, id)
  const ended = lastingEnd(ends)
  if (ended) {
    const on = formatDate(ended.date, 'text')
    const how = ended.documentNumber === null ? `sent back on ${on}` : `identified as ${ended.documentNumber}`
    throw new Refusal('unidentified_receipt_ended', { number: unidentified.number, how }, 'id')
  }
  const earliest = unidentifiedSince(unidentified.date, ends)
  if (date < earliest) {
    const params = { number: unidentified.number, earliest: formatDate(earliest, 'text') }
    throw new Refusal('unidentified_too_early', params, 'date')
  }
  return unidentified
}

interface End {
  readonly outcome: 'identified' | 'returned'
  readonly documentId: number | null
  readonly postingId: number
  readonly date: CalendarDate
  readonly memo: string
}

export const insertEnd = (context: CommandContext, unidentifiedId: number, end: End): void => {
  context.tx.run(
    `INSERT INTO unidentified_receipt_end (id, uid, unidentified_id, command_seq, posting_id, outcome, document_id, ended_on, memo)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      context.newId('unidentified_receipt_end'),
      context.newUid(),
      unidentifiedId,
      context.seq,
      end.postingId,
      end.outcome,
      end.documentId,
      end.date,
      end.memo,
    ],
  )
}

export interface Return {
  readonly date: CalendarDate
  /** Of the day. */
  readonly rate: ExchangeRate
  readonly bankAccountId: number
  readonly memo: string
}

/** Posts the money back out of the bank; what it is worth now beyond what it was unidentified at is an exchange difference. */
export const sendBack = (
  context: CommandContext,
  rules: CompanyRules,
  unidentified: UnidentifiedMoney,
  back: Return,
): void => {
  const { number, currency, amount } = unidentified
  const worth = toBase(amount, currency, rules.baseCurrency, back.rate)
  const posting = beginPosting(context, back.date, currency, {
    code: 'memo_unidentified_returned',
    params: { number },
  })
  posting.add({ accountId: unidentified.unidentifiedAccountId, amount, baseAmount: unidentified.baseAmount })
  posting.add({ accountId: back.bankAccountId, amount: 0 - amount, baseAmount: 0 - worth })
  if (worth !== unidentified.baseAmount) {
    posting.add({
      accountId: accountFor(context.tx, 'exchange'),
      amount: 0,
      baseAmount: worth - unidentified.baseAmount,
    })
  }
  posting.seal()
  const { date, memo } = back
  insertEnd(context, unidentified.id, { outcome: 'returned', documentId: null, postingId: posting.id, date, memo })
}
