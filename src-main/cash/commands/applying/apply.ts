import { applicationMemo } from '../../../ledger/facts/documents/generated-memo.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { effectiveDateOf, settledByMoney } from '../../../../src-shared/ledger/rules/settlement/application.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import { formatDate } from '../../../../src-shared/domain/dates/date-text.ts'
import { companyRules } from '../../../company/facts/company.ts'
import { isAcross, settleAcross } from '../../../ledger/facts/settlement/cross-settlement.ts'
import { loadItem, type Item } from '../../../ledger/facts/documents/item.ts'
import { lateNews } from '../../../ledger/facts/finance-charges/late-charges.ts'
import { assertSettlementsWithinLimits } from '../../../ledger/facts/limits/settlement-limits.ts'
import { assertOpenPeriod } from '../../../ledger/facts/documents/open-period.ts'
import { beginPosting } from '../../../ledger/facts/documents/posting.ts'
import { assertSettlement, settle } from '../../../ledger/facts/settlement/settlement.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'

/** Applies what a credit has left, each line on its own earliest possible date unless one is entered. */
export const applyCredit: CommandHandler<'applications.apply'> = (context, input) => {
  const { tx } = context
  const rules = companyRules(tx)
  const { documentDate: paidOn, currency, rate } = loadItem(tx, input.creditDocumentId, 'creditDocumentId')
  const taken = input.lines.map((line) => ({
    documentId: line.documentId,
    discount: line.discount,
    settledBeside: settledByMoney(line) + line.writeOff,
    paidOn,
  }))
  assertSettlementsWithinLimits(context, rules, input.lines, taken, 'lines', {
    currency,
    rate,
    date: input.date ?? paidOn,
  })
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
    const posting = beginPosting(context, date, credit.currency, applicationMemo(credit))
    applicationIds.push(settle(context, posting, rules, credit, debit, line))
    posting.seal()
  }
  return {
    applicationIds,
    creditLeft: 0 - loadItem(tx, input.creditDocumentId, 'creditDocumentId').open,
    ...lateNews(context),
  }
}

const dateOf = (credit: Item, debit: Item, entered: CalendarDate | null): CalendarDate => {
  const earliest = effectiveDateOf(credit.documentDate, debit.documentDate)
  if (entered !== null && entered < earliest) {
    throw new Refusal('application_too_early', { earliest: formatDate(earliest, 'text') }, 'date')
  }
  return entered ?? earliest
}
