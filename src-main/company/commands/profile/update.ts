import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { eq, orm } from '../../../db/orm.ts'
import { company } from '../../../db/schema.ts'
import { companyRow } from '../../queries/profile/profile.ts'
import { assertAccountFit } from '../../facts/account.ts'
import { assertTaxCodeKnown } from '../../facts/tax-code.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertFresh } from '../records/fresh-version.ts'
import { amountIn, codeIn, decimalText } from '../records/value-text.ts'

const rising = (edges: readonly number[]): boolean => edges.every((edge, index) => edge > (edges[index - 1] ?? 0))

/** Changes the letterhead and the settings. Currency and closing date have ways of their own. */
export const updateCompany: CommandHandler<'company.update'> = (context, { version, settings, ...profile }) => {
  const { tx } = context
  const stored = companyRow(tx)
  assertFresh(
    context,
    'The company',
    version,
    { ...profile, ...settings },
    { ...stored, ...stored.settings },
    {
      tolerancePercent: decimalText,
      toleranceMost: amountIn(stored.baseCurrency),
      cashRoundingStep: amountIn(stored.baseCurrency),
      roundingAccountId: codeIn(tx, 'account'),
      defaultTaxCodeId: codeIn(tx, 'tax_code'),
    },
  )
  if (!rising(settings.agingEdges)) {
    const problem = 'must rise from one to the next. Enter them like 30, 60, 90'
    throw new Refusal('invalid_input', { field: 'Aging edges', problem }, 'settings.agingEdges')
  }
  if (settings.roundingAccountId !== null)
    assertAccountFit(tx, settings.roundingAccountId, 'rounding', 'settings.roundingAccountId')
  assertTaxCodeKnown(tx, settings.defaultTaxCodeId, 'settings.defaultTaxCodeId')
  orm(tx)
    .update(company)
    .set({ ...profile, settings, version: version + 1 })
    .where(eq(company.id, stored.id))
    .run()
  return { version: version + 1 }
}
