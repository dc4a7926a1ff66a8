import type { InputOf, OutputOf } from '../../../../src-shared/contract.ts'
import { agree } from '../agree.ts'
import type { Books } from '../books.ts'
import { CURRENCIES } from '../customers.ts'
import { dateOf } from '../known.ts'
import { statementOn, type StatementOf } from './statement.ts'

type Asking = (name: 'statements.data', input: InputOf<'statements.data'>) => Promise<OutputOf<'statements.data'>>

/** Both forms of a customer's statement of one currency, row by row, held against the model. */
export const compareStatements = async (ask: Asking, books: Books, of: StatementOf, where: string): Promise<void> => {
  const modelled = statementOn(books, of)
  const asked = {
    customerId: of.customer + 1,
    currency: CURRENCIES[of.currency] ?? null,
    statementDate: dateOf(of.day),
    from: dateOf(of.from),
  }
  const [byItem, forward] = [
    await ask('statements.data', { ...asked, form: 'open_item' }),
    await ask('statements.data', { ...asked, form: 'balance_forward' }),
  ]
  for (const { aging, unapplied, pastDue, total, inBase, form } of [byItem, forward]) {
    agree(
      { buckets: aging.buckets, unapplied, pastDue, total },
      modelled.foot,
      `foot of the ${form} statement ${where}`,
    )
    agree(inBase?.total ?? null, modelled.inBase, `the ${form} statement in base ${where}`)
  }
  // What rates alone moved has no amount of the customer's.
  const rows = byItem.lines.filter(({ original }) => original !== 0)
  agree(
    rows.map(({ date, kind, original, paid, open }) => JSON.stringify([date, kind, original, paid, open])).toSorted(),
    modelled.openItem.toSorted(),
    `statement of open items ${where}`,
  )
  expectRunning(rows, 0, where)
  const moved = forward.lines.filter(({ original }) => original !== 0)
  agree(forward.openingBalance, modelled.brought, `brought forward ${where}`)
  expectRunning(moved, forward.openingBalance, where)
  agree(
    moved
      .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : sideOf(a) - sideOf(b) || a.open - b.open))
      .map(({ date, open }) => [date, open]),
    modelled.moved,
    `what moved the balance ${where}`,
  )
}

const sideOf = ({ open }: { readonly open: number }): number => Number(open < 0)

type Line = OutputOf<'statements.data'>['lines'][number]

/** By date, what raises before what lowers, and each row with the balance down to it. */
const expectRunning = (lines: readonly Line[], begun: number, where: string): void => {
  let balance = begun
  for (const [at, line] of lines.entries()) {
    balance += line.open
    agree(line.runningBalance, balance, `running balance ${where}`)
    const next = lines[at + 1]
    const isBefore =
      next === undefined || line.date < next.date || (line.date === next.date && sideOf(line) <= sideOf(next))
    agree(isBefore, true, `order of the statement ${where}`)
  }
}
