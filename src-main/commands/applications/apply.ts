import type { ParsedInput } from '../../../src-shared/contract/index.ts'
import { Refusal } from '../../../src-shared/contract/refusal.ts'
import { effectiveDateOf, settledByMoney } from '../../../src-shared/domain/application.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { formatDate } from '../../../src-shared/domain/date-text.ts'
import { sum } from '../../../src-shared/domain/money.ts'
import { companyRules, type CompanyRules } from '../../db/company.ts'
import { isAcross, settleAcross } from '../facts/cross-settlement.ts'
import { loadItem, type Item } from '../facts/item.ts'
import { discountedOutsideTerms } from '../facts/discount-outside-terms.ts'
import { assertWithinLimits, writtenOff } from '../facts/limit.ts'
import { givenByRate } from '../facts/rate-limit.ts'
import { assertOpenPeriod } from '../facts/open-period.ts'
import { beginPosting } from '../facts/posting.ts'
import { assertSettlement, settle } from '../facts/settlement.ts'
import type { CommandContext, CommandHandler } from '../handler.ts'

/** Applies what a credit has left, each line on its own earliest possible date unless one is entered. */
export const applyCredit: CommandHandler<'applications.apply'> = (context, input) => {
  const { tx } = context
  const rules = companyRules(tx)
  const { documentDate: paidOn } = loadItem(tx, input.creditDocumentId, 'creditDocumentId')
  const taken = input.lines.map((line) => ({
    documentId: line.documentId,
    discount: line.discount,
    settledBeside: settledByMoney(line) + line.writeOff,
    paidOn,
  }))
  const lowered = sum([writtenOff(context, rules, input.lines), givenAcross(context, rules, input)])
  const given = [
    { act: 'write_off', baseAmount: lowered },
    { act: 'late_discount', baseAmount: discountedOutsideTerms(context, rules, taken) },
  ] as const
  assertWithinLimits(context, rules, given, 'lines')
  const applicationIds: number[] = []
  const seen = new Set<number>()
  for (const [index, line] of input.lines.entries()) {
    const path = { line: `lines.${index}` }
    const credit = loadItem(tx, input.creditDocumentId, 'creditDocumentId')
    const debit = loadItem(tx, line.documentId, `${path.line}.documentId`)
    if (seen.has(debit.id)) throw new Refusal('applied_twice', { number: debit.number }, `${path.line}.documentId`)
    seen.add(debit.id)
    const date = dateOf(credit, debit, input.date)
    assertOpenPeriod(date, rules.closingDate, 'date')
    assertSettlement(tx, credit, debit, line, date, path)
    if (isAcross(credit, debit)) {
      applicationIds.push(settleAcross(context, date, rules, credit, debit, line))
      continue
    }
    const posting = beginPosting(context, date, credit.currency, `Application of ${credit.number}`)
    applicationIds.push(settle(context, posting, rules, credit, debit, line))
    posting.seal()
  }
  return { applicationIds, creditLeft: 0 - loadItem(tx, input.creditDocumentId, 'creditDocumentId').open }
}

type Input = Omit<ParsedInput<'applications.apply'>, 'commandUid'>

/** The credit is looked at only where a line says what it settles in another currency. */
const givenAcross = ({ tx }: CommandContext, rules: CompanyRules, { creditDocumentId, date, lines }: Input): number => {
  if (lines.every(({ settles }) => settles === null)) return 0
  const { currency, rate, documentDate } = loadItem(tx, creditDocumentId, 'creditDocumentId')
  return givenByRate(tx, rules, { currency, rate, date: date ?? documentDate }, lines)
}

const dateOf = (credit: Item, debit: Item, entered: CalendarDate | null): CalendarDate => {
  const earliest = effectiveDateOf(credit.documentDate, debit.documentDate)
  if (entered !== null && entered < earliest) {
    throw new Refusal('application_too_early', { earliest: formatDate(earliest, 'text') }, 'date')
  }
  return entered ?? earliest
}
