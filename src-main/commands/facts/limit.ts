import type { Role } from '../../../src-shared/contract/operation.ts'
import type { LimitedAct } from '../../../src-shared/contract/policies.ts'
import { Refusal } from '../../../src-shared/contract/refusal.ts'
import { formatAmount } from '../../../src-shared/domain/money.ts'
import type { CompanyRules } from '../../db/company.ts'
import type { Readable } from '../../db/connection.ts'
import type { CommandContext } from '../handler.ts'
import { refuseUnlessApproved } from './approval.ts'

const inWords: Readonly<Record<LimitedAct, string>> = { write_off: 'write-offs', refund: 'refunds' }

/**
 * Refuses more than the user's role may write off or refund in one command, unless a supervisor approves; nobody passes
 * the supervisors' own limit. Minor units of the company's currency.
 */
export const assertWithinLimit = (
  context: CommandContext,
  rules: CompanyRules,
  act: LimitedAct,
  baseAmount: number,
  path: string,
): void => {
  if (baseAmount === 0) return
  const { tx, role } = context
  const most = mostOf(tx, role, act)
  if (most === null || baseAmount <= most) return
  const { baseCurrency: currency } = rules
  const refusal = (code: 'over_limit' | 'over_every_limit', limit: number): Refusal => {
    const shown = (amount: number): string => `${formatAmount(amount, currency)} ${currency}`
    return new Refusal(code, { act: inWords[act], limit: shown(limit), amount: shown(baseAmount) }, path)
  }
  const highest = role === 'supervisor' ? most : mostOf(tx, 'supervisor', act)
  if (highest !== null && baseAmount > highest) throw refusal('over_every_limit', highest)
  refuseUnlessApproved(context, refusal('over_limit', most), { act, currency, most, amount: baseAmount })
}

const mostOf = (db: Readable, role: Role, act: LimitedAct): number | null => {
  const limit = db.get<{ most: number | null }>('SELECT most FROM role_limit WHERE role = ? AND act = ?', [role, act])
  if (!limit) throw new Error(`no limit is kept for ${role} and ${act}`)
  return limit.most
}
