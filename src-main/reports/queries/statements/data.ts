import type { OpenItem } from '../../../../src-shared/ledger/contract/open-items.ts'
import type { ParsedInput } from '../../../../src-shared/contract.ts'
import type { Statement, StatementInBase, StatementLine } from '../../../../src-shared/reports/contract/statements.ts'
import {
  addDays,
  FIRST_DATE,
  minDate,
  startOfMonth,
  type CalendarDate,
} from '../../../../src-shared/domain/dates/calendar.ts'
import { sum } from '../../../../src-shared/domain/amounts/money.ts'
import {
  balanceForward,
  openItemLines,
  statementFoot,
  type StatementFoot,
} from '../../../../src-shared/reports/rules/statement.ts'
import type { Readable } from '../../../db/connection.ts'
import { baseBalancesOf, type BaseBalance } from '../aging/base-balances.ts'
import { companyRow, agingPolicyOf } from '../../../company/queries/profile/profile.ts'
import { currenciesOf } from '../../../customers/queries/customers/currencies.ts'
import { customerRecord } from '../../../customers/queries/customers/record.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { itemsAsOf } from '../../../ledger/queries/open-items/as-of.ts'
import { balancesAsOf } from '../../../customers/queries/open-items/balances.ts'
import { activityOf, type Currencies } from './activity.ts'

interface StatementItem extends OpenItem {
  /** What the books carry of it in the company's currency; null where that is its own. */
  readonly base: number | null
}
type Body = Pick<Statement, 'from' | 'openingBalance' | 'openingInBase' | 'lines'>
type Which = ParsedInput<'statements.data'>

/** What a customer's statement of one currency says. Without a first day the month of the statement. */
export const statementData: QueryHandler<'statements.data'> = ({ db }, which) => {
  const { customerId, statementDate, form } = which
  const { id, code, name, currency: own, billingAddress } = customerRecord(db, customerId, 'customerId')
  const currency = which.currency ?? own
  const { name: companyName, address, phone, email, baseCurrency, settings } = companyRow(db)
  const isForeign = currency !== baseCurrency
  const carried = isForeign ? carriedIn(db, which, statementDate, { currency, baseCurrency }) : []
  const itemsThen = itemsAsOf(db, customerId, statementDate).filter((item) => item.currency === currency)
  const items = withBase(itemsThen, carried, isForeign)
  const policy = agingPolicyOf(settings)
  const foot = statementFoot(items.flatMap(dueSeparately), statementDate, policy)
  const inBase = statementFoot(carried.flatMap(dueSeparatelyInBase), statementDate, policy)
  return {
    form,
    company: { name: companyName, address, phone, email },
    customer: { id, code, name, address: billingAddress },
    currency,
    otherCurrencies: currenciesOf(db, customerId).filter((used) => used !== currency),
    statementDate,
    ...(form === 'open_item'
      ? openItemBody(items, statementDate, inBase.total)
      : balanceForwardBody(db, which, { currency, baseCurrency, closing: inBase.total })),
    unapplied: foot.unapplied,
    aging: { labels: foot.labels, buckets: foot.buckets },
    pastDue: foot.pastDue,
    total: foot.total,
    inBase: currency === baseCurrency ? null : { currency: baseCurrency, ...figuresOf(inBase) },
    message: settings.statementMessage,
  }
}

/** Aging works on instalments: an item due in parts ages part by part. */
const dueSeparately = (item: OpenItem): readonly OpenItem[] => item.parts.map((part) => ({ ...item, ...part }))

const dueSeparatelyInBase = ({ documentDate, isCredit, parts }: BaseBalance) =>
  parts.map((part) => ({ ...part, documentDate, isCredit, number: '', original: 0 }))

const figuresOf = ({ unapplied, buckets, pastDue, total }: StatementFoot): Omit<StatementInBase, 'currency'> => ({
  unapplied,
  buckets,
  pastDue,
  total,
})

const withBase = (
  items: readonly OpenItem[],
  carried: readonly BaseBalance[],
  isForeign: boolean,
): readonly StatementItem[] => {
  if (!isForeign) return items.map((item) => ({ ...item, base: null }))
  const bases = new Map(carried.map(({ documentId, base }) => [documentId, base]))
  return items.map((item) => ({ ...item, base: bases.get(item.documentId) ?? 0 }))
}

/** The open items; then what the books carry besides, of items settled on a day they were revalued for. */
const openItemBody = (items: readonly StatementItem[], date: CalendarDate, totalInBase: number): Body => {
  const lines = openItemRows(items)
  const besides = totalInBase - sum(lines.map(({ openInBase }) => openInBase ?? 0))
  const closing = lines.at(-1)?.runningBalance ?? 0
  const all = besides === 0 ? lines : [...lines, exchangeLine(date, besides, closing)]
  return { from: null, openingBalance: 0, openingInBase: null, lines: all }
}

const openItemRows = (items: readonly StatementItem[]): readonly StatementLine[] =>
  openItemLines(items).map(
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
      base,
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
      openInBase: base,
      runningBalance,
    }),
  )

interface Carried extends Currencies {
  /** What the books carry on the statement's date, in the company's currency. */
  readonly closing: number
}

function balanceForwardBody(
  db: Readable,
  { customerId, statementDate, from: entered }: Which,
  { closing, ...currencies }: Carried,
): Body {
  const from = minDate(entered ?? startOfMonth(statementDate), statementDate)
  const before = from === FIRST_DATE ? null : addDays(from, -1)
  const { openingBalance, lines, closingBalance } = balanceForward({
    openingBalance:
      before === null
        ? 0
        : (balancesAsOf(db, [customerId], before, currencies.baseCurrency).get(customerId)?.get(currencies.currency)
            ?.balance ?? 0),
    activity: activityOf(db, customerId, from, statementDate, currencies),
    from,
    to: statementDate,
  })
  const isForeign = currencies.currency !== currencies.baseCurrency
  const openingInBase = isForeign ? baseCarried(db, customerId, before, currencies) : null
  const rows = lines.map(({ amount, base, ...line }): StatementLine => ({
    ...line,
    original: amount,
    paid: 0,
    open: amount,
    openInBase: isForeign ? base : null,
  }))
  const exchange = openingInBase === null ? 0 : closing - sum([openingInBase, ...lines.map(({ base }) => base)])
  return {
    from,
    openingBalance,
    openingInBase,
    lines: exchange === 0 ? rows : [...rows, exchangeLine(statementDate, exchange, closingBalance)],
  }
}

/** What the books carry of one currency of the customer's. */
const carriedIn = (
  db: Readable,
  { customerId }: Pick<Which, 'customerId'>,
  asOf: CalendarDate,
  { currency, baseCurrency }: Currencies,
): readonly BaseBalance[] =>
  baseBalancesOf(db, customerId, asOf, baseCurrency).filter((balance) => balance.currency === currency)

const baseCarried = (db: Readable, customerId: number, asOf: CalendarDate | null, currencies: Currencies): number =>
  asOf === null ? 0 : sum(carriedIn(db, { customerId }, asOf, currencies).map(({ base }) => base))

/** What rates alone have moved: items settled at another rate than their own, and a revaluation of that day. */
const exchangeLine = (date: CalendarDate, openInBase: number, runningBalance: number): StatementLine => ({
  date,
  kind: 'adjustment',
  number: '',
  reference: 'Exchange differences',
  dueDate: null,
  original: 0,
  paid: 0,
  open: 0,
  openInBase,
  runningBalance,
})
