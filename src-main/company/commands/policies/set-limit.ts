import { companyRules } from '../../facts/company.ts'
import { assertFresh } from '../records/fresh-version.ts'
import { amountIn } from '../records/value-text.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import type { Stored } from '../../../db/stored.ts'

/** Sets what a role may write off or refund in one command; the contract asks for a supervisor. */
export const setLimit: CommandHandler<'limits.set'> = (context, { role, act, most, version }) => {
  const { tx } = context
  const stored = tx.get<Stored<'roleLimit', 'most' | 'version'>>(
    'SELECT most, version FROM role_limit WHERE role = ? AND act = ?',
    [role, act],
  )
  if (!stored) throw new Error(`no limit is kept for ${role} and ${act}`)
  assertFresh(
    context,
    'The limit',
    version,
    { most: most ?? 'no limit' },
    { most: stored.most ?? 'no limit', version: stored.version },
    {
      most: (limit: number | string) =>
        typeof limit === 'number' ? amountIn(companyRules(tx).baseCurrency)(limit) : limit,
    },
  )
  tx.run('UPDATE role_limit SET most = ?, version = version + 1 WHERE role = ? AND act = ?', [most, role, act])
  return { version: version + 1 }
}
