import type { LimitedAct } from '../../../src-shared/contract/policies.ts'
import { Refusal } from '../../../src-shared/contract/refusal.ts'
import { formatAmount } from '../../../src-shared/domain/money.ts'
import type { CompanyRules } from '../../db/company.ts'
import type { CommandContext } from '../handler.ts'

const inWords: Readonly<Record<LimitedAct, string>> = { write_off: 'write-offs', refund: 'refunds' }

/** Refuses more than the user's role may write off or refund in one command. Minor units of the company's currency. */
export const assertWithinLimit = (
  context: CommandContext,
  rules: CompanyRules,
  act: LimitedAct,
  baseAmount: number,
  path: string,
): void => {
  if (baseAmount === 0) return
  const limit = context.tx.get<{ most: number | null }>('SELECT most FROM role_limit WHERE role = ? AND act = ?', [
    context.role,
    act,
  ])
  if (!limit) throw new Error(`no limit is kept for ${context.role} and ${act}`)
  if (limit.most === null || baseAmount <= limit.most) return
  const shown = (amount: number): string => `${formatAmount(amount, rules.baseCurrency)} ${rules.baseCurrency}`
  throw new Refusal('over_limit', { act: inWords[act], limit: shown(limit.most), amount: shown(baseAmount) }, path)
}
