import { Refusal } from '../../../src-shared/kit/refusal.ts'
import type { ReceiptMethod } from '../../../src-shared/domain/receipt-method.ts'
import { problemOfCash, type CashRoundingProblem } from '../../../src-shared/domain/amounts/cash-rounding.ts'
import { formatAmount } from '../../../src-shared/domain/amounts/money.ts'
import type { CompanyRules } from '../../company/facts/company.ts'
import type { Readable } from '../../db/connection.ts'
import type { Stored } from '../../db/stored.ts'
import { instalmentsOf } from '../queries/open-items/due-parts.ts'
import { accountFor } from '../../company/facts/account.ts'

/** What bears the roundings of this company. */
export const roundingAccount = (db: Readable, { settings }: CompanyRules): number =>
  settings.roundingAccountId ?? accountFor(db, 'rounding')

/** Money as a command names it, with its rounding: `money` less `rounding` is what it settles. Minor units. */
export interface EnteredCash {
  readonly money: number
  readonly rounding: number
  readonly method: ReceiptMethod
  readonly currency: string
  /** What is settled by it. */
  readonly settled: number
}

/** Refuses a rounding that is not what the smallest coin makes of what is settled. */
export const assertCashRounding = (rules: CompanyRules, cash: EnteredCash): void => {
  if (cash.rounding === 0) return
  const problem = problemOfCash({
    rule: rules.settings,
    isCash: cash.method === 'cash',
    isBaseCurrency: cash.currency === rules.baseCurrency,
    money: cash.money,
    settled: cash.settled,
  })
  if (problem) throw unfit(inWords(problem, rules.baseCurrency))
  if (cash.money - cash.rounding === cash.settled) return
  throw unfit('it is not the difference between the cash and what it settles')
}

const unfit = (problem: string): Refusal => new Refusal('cash_rounding_unfit', { problem }, 'rounding')

const inWords = (problem: CashRoundingProblem, currency: string): string => {
  const shown = (amount: number): string => formatAmount(amount, currency)
  switch (problem.kind) {
    case 'off':
      return 'the company does not round cash; Setup says whether it does'
    case 'not_cash':
      return 'only what is paid in cash is rounded'
    case 'not_base':
      return `only cash in ${currency} is rounded`
    case 'no_coins':
      return `cash comes in steps of ${shown(problem.step)}`
    case 'not_nearest':
      return `${shown(problem.settled)} is paid by ${shown(problem.nearest)} in cash`
  }
}

const STANDING = `
  SELECT document.number, open_item.balance, open_item.instalments FROM open_item
  JOIN document ON document.id = open_item.document_id WHERE open_item.document_id = ?`

/**
 * Refuses a rounding of items that it does not settle: in full, or to the end of an instalment. A part can be paid in whole
 * coins, and many roundings of one debt would be a way round every limit.
 */
export const assertSettledByCash = (db: Readable, ids: readonly number[]): void => {
  for (const id of ids) {
    const item = db.get<Stored<'document', 'number'> & Stored<'openItem', 'balance' | 'instalments'>>(STANDING, [id])
    if (!item || item.balance === 0) continue
    let later = 0
    const plan = item.instalments === 0 ? [] : instalmentsOf(db, id)
    const ends = plan.toReversed().map(({ amount }) => (later += amount))
    if (!ends.includes(item.balance))
      throw unfit(`${item.number} is not settled in full, and a part is paid in whole coins`)
  }
}
