import { applicationMemo } from '../documents/generated-memo.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { effectiveDateOf } from '../../../../src-shared/ledger/rules/settlement/application.ts'
import { compareDates, type CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { CompanyRules } from '../../../company/facts/company.ts'
import type { CommandContext } from '../../../kernel/command-handler.ts'
import { isAcross, settleAcross } from './cross-settlement.ts'
import { loadItem, type Item } from '../documents/item.ts'
import { beginPosting, type OpenPosting } from '../documents/posting.ts'
import { assertSettlement, settle, type Settlement } from './settlement.ts'

/** What a credit being posted settles of one debit item. */
export interface SettlingLine extends Settlement {
  readonly documentId: number
  /** Its place in the input, where the lines are not all of it. */
  readonly index?: number
}

interface DatedLine {
  readonly line: SettlingLine
  /** As it was before this credit: each line settles another. */
  readonly debit: Item
  readonly index: number
  readonly date: CalendarDate
  /** Its item is in another currency than the credit. */
  readonly isAcross: boolean
}

/**
 * Applies a credit just posted and seals its posting. Lines whose debit item is dated after the credit are applied on
 * that later date, or on the day `entered` where that is later still, in a posting of their own; so are those of another
 * currency, in a posting of either. Returns what is left of the credit, in positive minor units.
 */
export const applyNewCredit = (
  context: CommandContext,
  creditPosting: OpenPosting,
  rules: CompanyRules,
  creditId: number,
  lines: readonly SettlingLine[],
  entered: CalendarDate | null = null,
): number => {
  const { date: creditDate, currency } = creditPosting
  const dated = lines.map((line, place): DatedLine => {
    const index = line.index ?? place
    const path = `applications.${index}.documentId`
    const debit = loadItem(context.tx, line.documentId, path)
    const isFirst = lines.findIndex(({ documentId }) => documentId === debit.id) === place
    if (!isFirst) throw new Refusal('applied_twice', { number: debit.number }, path)
    const across = isAcross({ currency }, debit)
    return { line, debit, index, date: effectiveDateOf(creditDate, debit.documentDate, entered), isAcross: across }
  })
  const onDay = (day: CalendarDate): readonly DatedLine[] => dated.filter((line) => line.date === day && !line.isAcross)
  applyLines(context, creditPosting, rules, creditId, onDay(creditDate))
  creditPosting.seal()
  const days = [...new Set(dated.map(({ date }) => date))].toSorted(compareDates)
  for (const date of days) {
    if (date > creditDate && onDay(date).length > 0) {
      const credit = loadItem(context.tx, creditId, '')
      const posting = beginPosting(context, date, credit.currency, applicationMemo(credit))
      applyLines(context, posting, rules, creditId, onDay(date))
      posting.seal()
    }
    for (const line of dated) if (line.isAcross && line.date === date) applyAcross(context, rules, creditId, line)
  }
  return 0 - (context.tx.value<number>('SELECT balance FROM open_item WHERE document_id = ?', [creditId]) ?? 0)
}

const applyLines = (
  context: CommandContext,
  posting: OpenPosting,
  rules: CompanyRules,
  creditId: number,
  lines: readonly DatedLine[],
): void => {
  for (const { line, debit, index } of lines) {
    const path = { line: `applications.${index}` }
    const credit = loadItem(context.tx, creditId, '')
    assertSettlement(context.tx, credit, debit, line, posting.date, path)
    settle(context, posting, rules, credit, debit, line)
  }
}

const applyAcross = (
  context: CommandContext,
  rules: CompanyRules,
  creditId: number,
  { line, debit, index, date }: DatedLine,
): void => {
  const path = { line: `applications.${index}` }
  const credit = loadItem(context.tx, creditId, '')
  assertSettlement(context.tx, credit, debit, line, date, path)
  settleAcross(context, date, rules, credit, debit, line)
}
