import type { GeneratedMemo } from '../../../../src-shared/kit/memo.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { CommandContext } from '../../../kernel/command-handler.ts'

/** Amounts in minor units, debit positive: `amount` in the posting's currency, `baseAmount` in the company's. */
export interface Entry {
  readonly accountId: number
  readonly amount: number
  readonly baseAmount: number
  /** On the control account, and only there: whose item it moves. */
  readonly customerId?: number
  readonly itemId?: number
  /** The application that makes the entry; absent for a document's own. */
  readonly applicationId?: number
}

/** Takes entries until it is sealed; an unsealed one makes the commit fail. One is open at a time. */
export interface OpenPosting {
  readonly id: number
  readonly date: CalendarDate
  readonly currency: string
  add(entry: Entry): void
  seal(): void
}

/** Starts a posting. Its entries go in first; sealing lets the database check that they balance. */
export const beginPosting = (
  context: CommandContext,
  date: CalendarDate,
  currency: string,
  memo: GeneratedMemo,
): OpenPosting => {
  const { tx } = context
  const id = context.newId('posting')
  let lines = 0
  return {
    id,
    date,
    currency,
    add: (entry) => {
      lines += 1
      tx.run(
        `INSERT INTO entry (posting_id, line_no, account_id, posting_date, amount, base_amount, customer_id, item_id, application_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          id,
          lines,
          entry.accountId,
          date,
          entry.amount,
          entry.baseAmount,
          entry.customerId ?? null,
          entry.itemId ?? null,
          entry.applicationId ?? null,
        ],
      )
    },
    seal: () => {
      tx.run(
        `INSERT INTO posting (id, uid, command_seq, posting_date, currency, memo, generated_memo) VALUES (?, ?, ?, ?, ?, '', ?)`,
        [id, context.newUid(), context.seq, date, currency, JSON.stringify(memo)],
      )
    },
  }
}
