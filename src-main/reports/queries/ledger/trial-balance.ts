import type { TrialBalanceRow } from '../../../../src-shared/reports/contract/ledger.ts'
import { checkAmount } from '../../../../src-shared/domain/amounts/money.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

export const TRIAL_BALANCE = `
  SELECT account.id AS accountId, account.code, account.name, coalesce(sum(day.base_amount), 0) AS balance
  FROM account LEFT JOIN account_day AS day ON day.account_id = account.id AND day.date <= :asOf
  GROUP BY account.id
  ORDER BY account.code`

/** Every account with its balance in the base currency as of a day; the balances add up to zero. */
export const trialBalance: QueryHandler<'ledger.trialBalance'> = ({ db }, { asOf }) =>
  db.all<TrialBalanceRow>(TRIAL_BALANCE, { asOf }).map((row) => ({ ...row, balance: checkAmount(row.balance) }))
