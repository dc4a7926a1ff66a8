import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { CalendarDate } from '../../../../src-shared/domain/calendar.ts'
import type { ExchangeRate } from '../../../../src-shared/domain/exchange-rate.ts'
import { formatDate } from '../../../../src-shared/domain/date-text.ts'
import type { CompanyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'
import { lastingEnd, parkedEnds, parkedMoney, parkedSince, type ParkedMoney } from '../../facts/parked-receipts.ts'
import { accountFor } from '../../../company/facts/account.ts'
import { toBase } from '../../../ledger/facts/base-currency.ts'
import { beginPosting } from '../../../ledger/facts/posting.ts'
import type { CommandContext } from '../../../kernel/command-handler.ts'

/** The parked receipt, when it may end on that day; refused otherwise. */
export const loadParked = (db: Readable, id: number, date: CalendarDate): ParkedMoney => {
  const parked = parkedMoney(db, id)
  if (!parked) throw new Refusal('parked_receipt_not_found', {}, 'id')
  const ends = parkedEnds(db, id)
  const ended = lastingEnd(ends)
  if (ended) {
    const on = formatDate(ended.date, 'text')
    const how = ended.documentNumber === null ? `sent back on ${on}` : `identified as ${ended.documentNumber}`
    throw new Refusal('parked_receipt_ended', { number: parked.number, how }, 'id')
  }
  const earliest = parkedSince(parked.date, ends)
  if (date < earliest) {
    const params = { number: parked.number, earliest: formatDate(earliest, 'text') }
    throw new Refusal('parked_too_early', params, 'date')
  }
  return parked
}

interface End {
  readonly outcome: 'identified' | 'returned'
  readonly documentId: number | null
  readonly postingId: number
  readonly date: CalendarDate
  readonly memo: string
}

export const insertEnd = (context: CommandContext, parkedId: number, end: End): void => {
  context.tx.run(
    `INSERT INTO unidentified_receipt_end (id, uid, unidentified_id, command_seq, posting_id, outcome, document_id, ended_on, memo)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      context.newId('unidentified_receipt_end'),
      context.newUid(),
      parkedId,
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

/** Posts the money back out of the bank; what it is worth now beyond what it was parked at is an exchange difference. */
export const sendBack = (context: CommandContext, rules: CompanyRules, parked: ParkedMoney, back: Return): void => {
  const { number, currency, amount } = parked
  const worth = toBase(amount, currency, rules.baseCurrency, back.rate)
  const posting = beginPosting(context, back.date, currency, `Return of ${number}`)
  posting.add({ accountId: parked.parkedAccountId, amount, baseAmount: parked.baseAmount })
  posting.add({ accountId: back.bankAccountId, amount: 0 - amount, baseAmount: 0 - worth })
  if (worth !== parked.baseAmount) {
    posting.add({ accountId: accountFor(context.tx, 'exchange'), amount: 0, baseAmount: worth - parked.baseAmount })
  }
  posting.seal()
  const { date, memo } = back
  insertEnd(context, parked.id, { outcome: 'returned', documentId: null, postingId: posting.id, date, memo })
}
