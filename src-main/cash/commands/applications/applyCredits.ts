import type { ParsedInput } from '../../../../src-shared/contract.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { settledByMoney } from '../../../../src-shared/ledger/rules/application.ts'
import { formatAmount, sum } from '../../../../src-shared/domain/money.ts'
import { splitSettlements } from '../../../../src-shared/ledger/rules/settlement-split.ts'
import { companyRules } from '../../../company/facts/company.ts'
import { assertCreditsUsable, assertListedOnce, applyCreditParts } from '../../../ledger/facts/credit-use.ts'
import { loadItem } from '../../../ledger/facts/item.ts'
import { lateNews } from '../../../ledger/facts/late-charges.ts'
import { assertSettlementsWithinLimits } from '../../../ledger/facts/settlement-limits.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'

/** Uses up several credits without money; the lines are divided over them as a receipt's are. */
export const applyCredits: CommandHandler<'applications.applyCredits'> = (context, input) => {
  const { tx } = context
  const rules = companyRules(tx)
  const { credits, applications: lines } = input
  const [first] = credits
  if (first === undefined) throw new Error('the contract asks for a credit')
  const { customerId, currency, rate, documentDate } = loadItem(tx, first.documentId, 'credits.0.documentId')
  const items = assertCreditsUsable(tx, customerId, credits, lines, currency)
  assertListedOnce(tx, lines)
  const used = sum(credits.map(({ amount }) => amount))
  const settled = sum(lines.map(({ amount }) => amount))
  if (settled > used) {
    const shown = { settled: formatAmount(settled, currency), used: formatAmount(used, currency) }
    throw new Refusal('credits_missing', shown, 'applications')
  }
  const { byCredit } = splitSettlements(
    lines,
    0,
    credits.map(({ amount }) => amount),
  )
  const taken = items.flatMap(({ documentDate: paidOn }, index) =>
    (byCredit[index] ?? []).map(({ line, index: place }) => ({
      documentId: line.documentId,
      discount: line.discount,
      settledBeside: besideDiscount(lines[place]),
      paidOn,
    })),
  )
  const money = { currency, rate, date: input.date ?? documentDate }
  assertSettlementsWithinLimits(context, rules, lines, taken, 'applications', money)
  const applicationIds = items.flatMap((credit, index) =>
    applyCreditParts(context, rules, credit, byCredit[index] ?? [], input.date),
  )
  if (input.draftUid !== null) tx.run('DELETE FROM draft WHERE uid = ?', [input.draftUid])
  return { applicationIds, ...lateNews(context) }
}

type Line = ParsedInput<'applications.applyCredits'>['applications'][number]

const besideDiscount = (line: Line | undefined): number =>
  line === undefined ? 0 : settledByMoney(line) + line.writeOff
