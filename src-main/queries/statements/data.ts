import type { ParsedInput } from '../../../src-shared/contract/index.ts'
import type { Statement, StatementLine } from '../../../src-shared/contract/statements.ts'
import { addDays, FIRST_DATE, minDate, startOfMonth } from '../../../src-shared/domain/calendar.ts'
import { balanceForward, openItemLines, statementFoot } from '../../../src-shared/domain/statement.ts'
import type { Readable } from '../../db/connection.ts'
import { companyRow } from '../company/profile.ts'
import { agingPolicyOf } from '../company/settings.ts'
import { customerRecord } from '../customers/record.ts'
import type { QueryHandler } from '../handler.ts'
import { itemsAsOf, type ItemAsOf } from '../openItems/asOf.ts'
import { balancesAsOf, NO_BALANCE } from '../openItems/balances.ts'
import { activityOf } from './activity.ts'

type Body = Pick<Statement, 'from' | 'openingBalance' | 'lines'>
type Which = ParsedInput<'statements.data'>

/** What a customer's statement says, in the customer's currency. Without a first day the month of the statement. */
export const statementData: QueryHandler<'statements.data'> = ({ db }, which) => {
  const { customerId, statementDate, form } = which
  const { id, code, name, currency, billingAddress } = customerRecord(db, customerId, 'customerId')
  const { name: companyName, address, phone, email, settings } = companyRow(db)
  const items = itemsAsOf(db, customerId, statementDate)
  const foot = statementFoot(items.flatMap(dueSeparately), statementDate, agingPolicyOf(settings))
  return {
    form,
    company: { name: companyName, address, phone, email },
    customer: { id, code, name, address: billingAddress },
    currency,
    statementDate,
    ...(form === 'open_item' ? openItemBody(items) : balanceForwardBody(db, which)),
    unapplied: foot.unapplied,
    aging: { labels: foot.labels, buckets: foot.buckets },
    pastDue: foot.pastDue,
    total: foot.total,
    message: settings.statementMessage,
  }
}

/** Aging works on instalments: an item due in parts ages part by part. */
const dueSeparately = (item: ItemAsOf): readonly ItemAsOf[] => item.parts.map((part) => ({ ...item, ...part }))

const openItemBody = (items: readonly ItemAsOf[]): Body => ({
  from: null,
  openingBalance: 0,
  lines: openItemLines(items).map(
    ({
      documentDate,
      kind,
      number,
      unappliedAs,
      reference,
      dueDate,
      original,
      paid,
      open,
      runningBalance,
    }): StatementLine => ({
      date: documentDate,
      kind,
      number,
      unappliedAs,
      reference,
      dueDate: original < 0 ? null : dueDate,
      original,
      paid,
      open,
      runningBalance,
    }),
  ),
})

function balanceForwardBody(db: Readable, { customerId, statementDate, from: entered }: Which): Body {
  const from = minDate(entered ?? startOfMonth(statementDate), statementDate)
  const before = from === FIRST_DATE ? undefined : balancesAsOf(db, [customerId], addDays(from, -1)).get(customerId)
  const { openingBalance, lines } = balanceForward({
    openingBalance: (before ?? NO_BALANCE).balance,
    activity: activityOf(db, customerId, from, statementDate),
    from,
    to: statementDate,
  })
  return {
    from,
    openingBalance,
    lines: lines.map(({ amount, ...line }) => ({ ...line, original: amount, paid: 0, open: amount })),
  }
}
