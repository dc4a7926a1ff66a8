import type { InputOf, OutputOf, QueryName, ReportName } from '../../../../src-shared/contract.ts'
import { call, type CompanyFile } from '../../../../src-main/company-file/company-file.ts'
import type { Connection } from '../../../../src-main/db/connection.ts'
import { OWNER } from '../../../fixtures/clerk.ts'
import { agree } from '../agree.ts'
import type { Books } from '../books.ts'
import { CODES, CURRENCIES, customerOf } from '../customers.ts'
import { dateOf, dateOrNull } from '../known.ts'
import type { LedgerRun } from '../ledger-run.ts'
import { creditHistoryOn, currenciesUsed, lastReceiptOn, returnedOn } from './credit-history.ts'
import { documentsOn, type Listed } from './documents.ts'
import { exposureOn, limitsOn } from './exposure.ts'
import { agedOn, itemsAgedOn } from './aging.ts'
import { balancesOn, familyOf, leftOutOn, openItemsOn } from './open.ts'
import { registerOf } from './register.ts'
import { compareStatements } from './statements.ts'
import { creditableOf, deductionsOn, unidentifiedOn } from './waiting.ts'

const CUSTOMERS = [...CODES.keys()]
/** Few to a page, so that pages end in the middle of a day. */
const PAGE = 3

/** What lists, cards, statements and registers say of a day, each held against the model. */
export class Answers {
  readonly #company: CompanyFile
  readonly #sql: Connection
  readonly #books: Books
  readonly #run: LedgerRun
  readonly #idOf: (index: number) => number

  constructor(company: CompanyFile, sql: Connection, run: LedgerRun) {
    this.#sql = sql
    this.#company = company
    this.#books = run.books
    this.#run = run
    this.#idOf = (index) => run.documents[index] ?? 0
  }

  #ask<N extends QueryName | ReportName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
    return call(this.#company, name, input as never, { userId: OWNER.userId })
  }

  /** Of every customer in every currency. */
  async compareCustomers(day: number, from: number): Promise<void> {
    const asOf = dateOf(day)
    for (const customer of CUSTOMERS) {
      const id = customer + 1
      const used = new Set([customerOf(this.#books, customer).currency, ...currenciesUsed(this.#books, customer)])
      for (const currency of used) {
        const where = `of ${CODES[customer]} in ${CURRENCIES[currency]} as of day ${day}`
        const money = CURRENCIES[currency] ?? ''
        agree(
          await this.#ask('customers.creditHistory', { id, asOf, currency: money }),
          creditHistoryOn(this.#books, { customer, currency, day }),
          `credit history ${where}`,
        )
        const leftOut = await this.#ask('receipts.leftOut', { customerId: id, date: asOf, currency: money })
        agree(
          leftOut.map(({ documentId, from: on }) => ({ documentId, from: on })).toSorted(byDocument),
          leftOutOn(this.#books, { customer, currency, day }, this.#idOf).toSorted(byDocument),
          `what cannot be settled yet ${where}`,
        )
        await this.#compareAgedItems(customer, currency, day)
        const statement = { customer, currency, from: Math.min(from, day), day }
        await compareStatements((name, input) => this.#ask(name, input), this.#books, statement, where)
      }
      await this.#compareCard(customer, day)
    }
    await this.#compareLists(day)
  }

  /** What was stored that no report tells: of each returned payment the bank's fee, and what charges it. */
  compareStored(): void {
    const returned = this.#sql.rows<(string | number | null)[]>(
      'SELECT customer_id, returned_on, fee, fee_document_id FROM returned_payment ORDER BY command_seq',
    )
    agree(
      returned,
      this.#books.state.returned.map(({ customer, day, fee, note }) => {
        return [customer + 1, dateOf(day), fee, note === null ? null : this.#idOf(note)]
      }),
      'returned payments',
    )
  }

  /** What was billed from one day to another. */
  async compareRegister(from: number, to: number): Promise<void> {
    const register = await this.#ask('registers.invoices', { from: dateOf(from), to: dateOf(to) })
    const inOrder = register.rows.toSorted((a, b) => (a.date + a.number < b.date + b.number ? -1 : 1))
    agree(register.rows, inOrder, 'invoice register, by date and number')
    const rows = register.rows.map(({ number: _, customerName: __, ...row }) => row).toSorted(byDocument)
    const { count, totals } = register
    agree(
      { rows, count, totals },
      registerOf(this.#books, this.#idOf, from, to),
      `invoice register of ${from} to ${to}`,
    )
  }

  /** A list of documents, page by page. */
  async compareDocuments(listed: Listed): Promise<void> {
    const { status, kinds, customer, day, from, to } = listed
    const asked = {
      status,
      kinds: [...kinds],
      customerId: customer === null ? null : customer + 1,
      asOf: dateOf(day),
      from: dateOrNull(from),
      to: dateOrNull(to),
      limit: PAGE,
    }
    const rows: unknown[] = []
    for (let after: InputOf<'documents.list'>['after'] = null; ;) {
      const page: OutputOf<'documents.list'> = await this.#ask('documents.list', { ...asked, after })
      for (const row of page.rows) {
        const { id, kind, customerId, documentDate, total, open, status: standing, hold } = row
        rows.push({ id, kind, customerId, documentDate, total, open, status: standing, isHeld: hold !== null })
      }
      if (page.next === null) break
      after = [...page.next]
    }
    agree(rows, documentsOn(this.#books, listed, this.#idOf), `documents ${JSON.stringify(listed)}`)
  }

  /** What waits for somebody: deductions, money of nobody yet; and what of each invoice is left to take back. */
  async compareWaiting(day: number): Promise<void> {
    const asOf = dateOf(day)
    const deductions = await this.#ask('deductions.list', { asOf })
    agree(
      deductions.rows.map(({ id, customerId, date, amount, open, daysOld, invoice, receipt }) => ({
        id,
        customerId,
        date,
        amount,
        open,
        daysOld,
        invoice: invoice.id,
        receipt: receipt.id,
      })),
      deductionsOn(this.#books, day, this.#idOf),
      `deductions as of day ${day}`,
    )
    const unidentified = await this.#ask('unidentifiedReceipts.list', { asOf })
    const idOf = (index: number): number => this.#run.unidentified[index] ?? 0
    agree(
      unidentified.rows.map(({ id, date, amount, currency }) => ({ id, date, amount, currency })),
      unidentifiedOn(this.#books, day, idOf),
      `unidentified receipts as of day ${day}`,
    )
    for (const [index, item] of this.#books.state.items.entries()) {
      if (item.lines.length === 0 || item.reverses !== null) continue
      const { lines, taxes } = await this.#ask('creditNotes.creditable', { invoiceId: this.#idOf(index) })
      const told = {
        lines: lines.map(({ left, net, creditedNet }) => ({ left, net, creditedNet })),
        taxes: taxes.map(({ base, tax, creditedBase, creditedTax }) => ({ base, tax, creditedBase, creditedTax })),
      }
      agree(told, creditableOf(item), `what is left to credit of item ${index}`)
    }
  }

  async #compareCard(customer: number, day: number): Promise<void> {
    const asOf = dateOf(day)
    const where = `of ${CODES[customer]} as of day ${day}`
    const id = customer + 1
    const items = await this.#ask('openItems.forCustomer', { customerId: id, asOf })
    agree(items.map(itemTold), openItemsOn(this.#books, [customer], day, this.#idOf), `open items ${where}`)
    const family = await this.#ask('openItems.forPayer', { customerId: id, asOf })
    const together = familyOf(this.#books, customer)
    agree(
      family.customers.map(({ code }) => code),
      together.map((each) => CODES[each]),
      `who pays together ${where}`,
    )
    agree(family.items.map(itemTold), openItemsOn(this.#books, together, day, this.#idOf), `open items of all ${where}`)
    const card = await this.#ask('customers.get', { id, asOf })
    const { own, others, inBase } = balancesOn(this.#books, customer, day)
    const history = creditHistoryOn(this.#books, {
      customer,
      currency: customerOf(this.#books, customer).currency,
      day,
    })
    const last = lastReceiptOn(this.#books, (item) => item.customer === customer, day)
    agree(
      {
        own: {
          currency: card.customer.currency,
          balance: card.balance,
          overdue: card.overdue,
          unapplied: card.unapplied,
        },
        others: card.others,
        inBase: card.inBase.balance,
        openItems: card.openItems,
        lastReceipt: card.lastReceipt,
        averageDaysLate: card.averageDaysLate,
        returnedPayments: card.returnedPayments,
        exposure: card.exposure,
        currencyLimits: card.currencyLimits,
      },
      {
        own: { currency: own.currency, balance: own.balance, overdue: own.overdue, unapplied: own.unapplied },
        others,
        inBase,
        openItems: items,
        lastReceipt: last && { date: dateOf(last.day), amount: 0 - last.total, currency: CURRENCIES[last.currency] },
        averageDaysLate: history.daysLate,
        returnedPayments: returnedOn(this.#books, customer, day).length,
        exposure: exposureOn(this.#books, customer, day),
        currencyLimits: limitsOn(this.#books, customer),
      },
      `card ${where}`,
    )
  }

  async #compareLists(day: number): Promise<void> {
    const asOf = dateOf(day)
    for (const order of ['code', 'name'] as const) {
      for (const includeArchived of [false, true]) {
        const { rows } = await this.#ask('customers.list', { asOf, order, includeArchived })
        const listed = CUSTOMERS.filter((each) => includeArchived || !customerOf(this.#books, each).archived)
        agree(
          rows.map(({ code, balance, overdue, others, inBase, archived, onHold, creditLimit }) => {
            return { code, balance, overdue, others, inBase, archived, onHold, creditLimit }
          }),
          listed
            .toSorted((a, b) => ((CODES[a] ?? '') < (CODES[b] ?? '') ? -1 : 1))
            .map((each) => {
              const { own, others, inBase } = balancesOn(this.#books, each, day)
              const { archived, onHold, creditLimit } = customerOf(this.#books, each)
              const { balance, overdue } = own
              return { code: CODES[each], balance, overdue, others, inBase, archived, onHold, creditLimit }
            }),
          `customers by ${order} as of day ${day}`,
        )
      }
    }
    for (const [currency, code] of CURRENCIES.entries()) {
      for (const basis of ['due_date', 'document_date'] as const) {
        const { rows, totals, openDebits } = await this.#ask('aging.byCustomer', { asOf, currency: code, basis })
        agree(
          {
            rows: rows.map((row) => ({
              code: row.code,
              buckets: row.buckets,
              unapplied: row.unapplied,
              total: row.total,
            })),
            total: totals.total,
            openDebits,
          },
          agedOn(this.#books, currency, day, basis),
          `aging by ${basis} in ${code} as of day ${day}`,
        )
      }
    }
  }

  async #compareAgedItems(customer: number, currency: number, day: number): Promise<void> {
    for (const basis of ['due_date', 'document_date'] as const) {
      const asked = { asOf: dateOf(day), customerId: customer + 1, currency: CURRENCIES[currency] ?? null, basis }
      const items = await this.#ask('aging.items', asked)
      agree(
        items.map(({ documentId, documentDate, dueDate, open, daysLate, bucket }) => {
          return { documentId, documentDate, dueDate, open, daysLate, bucket }
        }),
        itemsAgedOn(this.#books, { customer, currency, day, basis }, this.#idOf),
        `aged items of ${CODES[customer]} by ${basis} as of day ${day}`,
      )
    }
  }
}

const byDocument = (a: object, b: object): number =>
  (a as { readonly documentId: number }).documentId - (b as { readonly documentId: number }).documentId

const itemTold = (item: OutputOf<'openItems.forCustomer'>[number]): object => {
  const { documentId, customerId, kind, currency, documentDate, dueDate, original, open, parts, daysLate, discount } =
    item
  const told = {
    documentId,
    customerId,
    kind,
    currency,
    documentDate,
    dueDate,
    original,
    open,
    parts,
    daysLate,
    discount,
  }
  return { ...told, isHeld: item.hold !== null }
}
