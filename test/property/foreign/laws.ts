import { expect } from 'vitest'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { sum } from '../../../src-shared/domain/amounts/money.ts'
import type { Connection } from '../../../src-main/db/connection.ts'
import type { TestCompany } from '../../fixtures/company.ts'
import { CURRENCIES, dateOf } from './steps.ts'

/** What every two figures of one day must agree on, whatever was posted. */
export class Laws {
  readonly #company: TestCompany
  readonly #sql: Connection

  constructor(company: TestCompany, sql: Connection) {
    this.#company = company
    this.#sql = sql
  }

  /** The laws of the aging in the company's currency, on a day. */
  async expectTied(index: number): Promise<void> {
    const asOf = dateOf(index)
    const aging = await this.#company.call('aging.byCustomer', { asOf, in: 'base' })
    const tie = await this.#company.call('ledger.tieOut', { asOf, in: 'base' })
    expect(tie, `tie-out on ${asOf}`).toMatchObject({ currency: 'EUR', difference: 0 })
    expect(aging.totals.total, `aging on ${asOf}`).toBe(tie.controlAccount)
    for (const row of [...aging.rows, aging.totals]) expect(sum([...row.buckets, row.unapplied])).toBe(row.total)
    for (const { customerId, buckets, unapplied } of aging.rows) {
      const items = await this.#company.call('aging.items', { asOf, customerId, in: 'base' })
      const inBucket = (bucket: number | null) =>
        sum(items.filter((item) => item.bucket === bucket).map(({ open }) => open))
      expect(buckets.map((_, bucket) => inBucket(bucket))).toEqual(buckets)
      expect(inBucket(null)).toBe(unapplied)
    }
    for (const currency of CURRENCIES) {
      const own = await this.#company.call('aging.byCustomer', { asOf, currency })
      expect(own.totals.total).toBe((await this.#company.call('ledger.tieOut', { asOf, currency })).controlAccount)
      const converted = await this.#company.call('aging.byCustomer', { asOf, currency, in: 'base' })
      const held = await this.#company.call('ledger.tieOut', { asOf, currency, in: 'base' })
      expect(converted.totals.total).toBe(held.controlAccount)
      expect(held.difference).toBe(0)
    }
    const trial = await this.#company.call('ledger.trialBalance', { asOf })
    expect(sum(trial.map(({ balance }) => balance))).toBe(0)
    expect(trial.find(({ code }) => code === '1200')?.balance ?? 0, `control on ${asOf}`).toBe(tie.controlAccount)
    await this.#expectBalancesAgree(asOf)
    for (const currency of CURRENCIES) await this.#expectStatementsAgree(asOf, currency)
    await this.#expectRevaluationAgrees(index)
  }

  /** What the list and the card say of each currency is what its aging says. */
  async #expectBalancesAgree(asOf: CalendarDate): Promise<void> {
    const aged = new Map<string, number>()
    for (const currency of CURRENCIES) {
      const { rows } = await this.#company.call('aging.byCustomer', { asOf, currency })
      for (const { customerId, total } of rows) aged.set(`${customerId} ${currency}`, total)
    }
    const { rows: listed } = await this.#company.call('customers.list', { asOf })
    for (const row of listed) {
      const card = await this.#company.call('customers.get', { id: row.id, asOf })
      for (const told of [row, { ...card, currency: row.currency }]) {
        expect(told.balance).toBe(aged.get(`${row.id} ${row.currency}`) ?? 0)
        for (const { currency, balance } of told.others)
          expect(balance, `${currency} on ${asOf}`).toBe(aged.get(`${row.id} ${currency}`) ?? 0)
      }
      const told = [row.currency, ...row.others.map(({ currency }) => currency)]
      expect(CURRENCIES.filter((currency) => aged.has(`${row.id} ${currency}`) && !told.includes(currency))).toEqual([])
    }
  }

  /** What one customer is told of a day is what the reports of all customers say of it, in the currency and in base. */
  async #expectStatementsAgree(asOf: CalendarDate, currency: string): Promise<void> {
    const { rows } = await this.#company.call('aging.byCustomer', { asOf, currency })
    const { rows: inBase } = await this.#company.call('aging.byCustomer', { asOf, currency, in: 'base' })
    for (const customerId of [1, 2, 3]) {
      const own = rows.find((each) => each.customerId === customerId)
      const row = inBase.find((each) => each.customerId === customerId)
      for (const form of ['open_item', 'balance_forward'] as const) {
        const made = await this.#company.call('statements.data', { customerId, currency, statementDate: asOf, form })
        const where = `${form} of ${customerId} in ${currency} on ${asOf}`
        expect(made.total, where).toBe(own?.total ?? 0)
        expect(sum([made.openingBalance, ...made.lines.map(({ open }) => open)]), where).toBe(made.total)
        if (made.inBase === null) continue
        const { total, buckets, unapplied } = made.inBase
        const aged = row ?? { total: 0, buckets: buckets.map(() => 0), unapplied: 0 }
        expect({ total, buckets, unapplied: 0 - unapplied }, where).toEqual({
          total: aged.total,
          buckets: aged.buckets,
          unapplied: aged.unapplied + 0,
        })
        const moved = made.lines.map(({ openInBase }) => openInBase ?? 0)
        expect(sum([made.openingInBase ?? 0, ...moved]), where).toBe(total)
      }
    }
  }

  /** What a revaluation of a day starts from is what the books carry on it. */
  async #expectRevaluationAgrees(index: number): Promise<void> {
    const date = dateOf(index)
    const { currencies } = await this.#company.call('revaluation.propose', { date })
    for (const currency of ['USD', 'JPY']) {
      const held = await this.#company.call('ledger.tieOut', { asOf: date, currency, in: 'base' })
      const found = currencies.find((each) => each.currency === currency)
      expect(found?.carried ?? 0, `${currency} on ${date}`).toBe(held.controlAccount)
    }
  }

  /** An item carries a base amount of its own sign, never more than it had, and nothing once it is settled. */
  expectCarriedWithin(): void {
    const out = this.#sql.all(
      `SELECT document_id, balance, base_balance, base_total FROM open_item JOIN document ON document.id = document_id
       WHERE (balance = 0 AND base_balance <> 0) OR (total > 0 AND (base_balance < 0 OR base_balance > base_total))
         OR (total < 0 AND (base_balance > 0 OR base_balance < base_total))`,
    )
    expect(out).toEqual([])
  }

  /** No statement of the whole history tells of a difference of rates. */
  async expectNoExchangeTold(asOf: CalendarDate): Promise<void> {
    const asked = { statementDate: asOf, form: 'balance_forward', from: dateOf(0) } as const
    for (const index of CURRENCIES.keys())
      for (const currency of CURRENCIES) {
        const { lines } = await this.#company.call('statements.data', { ...asked, customerId: index + 1, currency })
        expect(lines.filter(({ reference }) => reference === 'Exchange differences')).toEqual([])
      }
  }
}
