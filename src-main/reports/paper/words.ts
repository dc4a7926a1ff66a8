import type { Statement } from '../../../src-shared/reports/contract/statements.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { formatDate } from '../../../src-shared/domain/dates/date-format.ts'
import { formatAmount, type AmountStyle } from '../../../src-shared/domain/amounts/money.ts'
import type { Paper } from '../../paper/paper.ts'

/** How one statement writes its amounts, dates and names. */
export interface Words {
  /** Minor units of the statement's currency. */
  amount(minorUnits: number): string
  /** The same, and nothing for zero. */
  amountUnlessZero(minorUnits: number): string
  /** Minor units of the company's currency, where that is another one. */
  amountInBase(minorUnits: number): string
  date(date: CalendarDate | null): string
  readonly subtitle: string
  readonly totalLabel: string
}

/** Dates name the month, since a customer abroad may read 03/04 the other way round. */
export function statementWords(statement: Statement, style: AmountStyle): Words {
  const amount = (minorUnits: number) => formatAmount(minorUnits, statement.currency, style)
  const date = (day: CalendarDate | null) => (day === null ? '' : formatDate(day, 'text'))
  return {
    amount,
    amountUnlessZero: (minorUnits) => (minorUnits === 0 ? '' : amount(minorUnits)),
    amountInBase: (minorUnits) => formatAmount(minorUnits, statement.inBase?.currency ?? statement.currency, style),
    date,
    subtitle:
      statement.form === 'open_item'
        ? `Open items as of ${date(statement.statementDate)}`
        : statement.from === null
          ? `Activity to ${date(statement.statementDate)}`
          : `Activity from ${date(statement.from)} to ${date(statement.statementDate)}`,
    totalLabel: statement.total < 0 ? 'Credit balance' : 'Total due',
  }
}

const notBlank = (line: string): boolean => line.trim() !== ''

/** The company's letterhead below its name; phone and address of mail share the last line. */
export const companyLines = (company: Statement['company']): readonly string[] =>
  [...company.address.split('\n'), [company.phone, company.email].filter(notBlank).join('  ·  ')].filter(notBlank)

/** The customer's name and address as an envelope wants it: no empty lines, the country last in capitals. */
export function envelopeLines(customer: Statement['customer'], paper: Paper): readonly string[] {
  const { line1, line2, city, region, postalCode, country } = customer.address
  const town =
    paper.townLine === 'town_first'
      ? [[city, [region, postalCode].filter(notBlank).join(' ')].filter(notBlank).join(', ')]
      : [[postalCode, city].filter(notBlank).join(' '), region]
  return [customer.name, line1, line2, ...town, country.toUpperCase()].filter(notBlank)
}
