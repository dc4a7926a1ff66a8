import { deleteDraft } from '../../../ledger/facts/drafts.ts'
import type { ParsedInput } from '../../../../src-shared/contract.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { settledByMoney } from '../../../../src-shared/ledger/rules/settlement/application.ts'
import { formatAmount, sum } from '../../../../src-shared/domain/amounts/money.ts'
import { companyRules } from '../../../company/facts/company.ts'
import {
  applyCreditParts,
  assertCreditsSettle,
  assertCreditsUsable,
  assertListedOnce,
  divideOverCredits,
  worthOfCredits,
} from '../../../ledger/facts/settlement/credit-use.ts'
import { rateFor } from '../../../ledger/facts/documents/base-currency.ts'
import { loadItem } from '../../../ledger/facts/documents/item.ts'
import { lateNews } from '../../../ledger/facts/finance-charges/late-charges.ts'
import { assertSettlementsWithinLimits } from '../../../ledger/facts/limits/settlement-limits.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'

/** Uses up several credits without money; the lines are divided over them as a receipt's are. */
export const applyCredits: CommandHandler<'applications.applyCredits'> = (context, input) => {
  const { tx } = context
  const rules = companyRules(tx)
  const { credits, applications: lines } = input
  const [first] = credits
  if (first === undefined) throw new Error('the contract asks for a credit')
  const { customerId, documentDate, ...own } = loadItem(tx, first.documentId, 'credits.0.documentId')
  const date = input.date ?? documentDate
  const currency = input.currency ?? own.currency
  const items = assertCreditsUsable(tx, customerId, credits, currency)
  assertListedOnce(tx, lines)
  const split = divideOverCredits(tx, lines, 0, currency, credits, items)
  assertCreditsSettle(split, currency)
  if (split.needed > 0) {
    const used = formatAmount(sum(split.restOfCredits.map(({ worth }) => worth)), currency)
    const settled = formatAmount(sum(split.rest.map(({ amount }) => amount)), currency)
    throw new Refusal('credits_missing', { settled, used }, 'applications')
  }
  const { byCredit } = split
  const rate =
    items.find((item) => item.currency === currency)?.rate ?? rateFor(tx, currency, rules.baseCurrency, null, date)
  const taken = items.flatMap(({ documentDate: paidOn }, index) =>
    (byCredit[index] ?? []).map(({ line, index: place }) => ({
      documentId: line.documentId,
      discount: line.discount,
      settledBeside: besideDiscount(lines[place]),
      paidOn,
    })),
  )
  const across = { rest: split.rest, credits: worthOfCredits(items, split) }
  assertSettlementsWithinLimits(context, rules, lines, taken, 'applications', { currency, rate, date }, across)
  const applicationIds = items.flatMap((credit, index) =>
    applyCreditParts(context, rules, credit, byCredit[index] ?? [], input.date),
  )
  deleteDraft(tx, input.draftUid)
  return { applicationIds, ...lateNews(context) }
}

type Line = ParsedInput<'applications.applyCredits'>['applications'][number]

const besideDiscount = (line: Line | undefined): number =>
  line === undefined ? 0 : settledByMoney(line) + line.writeOff
