import { expect } from 'vitest'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import type { TestCompany } from '../../fixtures/company.ts'
import { applyCredit, postInvoice, postReceipt } from '../../fixtures/entries.ts'
import { CURRENCIES, DAYS, dateOf, type Step } from './steps.ts'

/** What the ledger refuses is left out of the history. */
const accepted = async <T>(work: () => Promise<T>): Promise<T | null> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

type Billed = Extract<Step, { do: 'invoice' | 'receipt' }>

const currencyOf = ({ customer, currency }: Billed): { readonly currency: string } => ({
  currency: currency ?? CURRENCIES[customer - 1] ?? '',
})

export class History {
  readonly #company: TestCompany
  readonly #credits: number[] = []
  readonly #debits: number[] = []
  readonly #applications: number[] = []
  readonly #currencies = new Map<number, string>()

  readonly #inParts: number

  /** @param inParts terms of three instalments */
  constructor(company: TestCompany, inParts: number) {
    this.#company = company
    this.#inParts = inParts
  }

  async take(action: Step): Promise<void> {
    switch (action.do) {
      case 'invoice': {
        const { customer, amount, rate, isInParts } = action
        const own = currencyOf(action)
        const terms = isInParts ? { termsId: this.#inParts } : {}
        const { id } = await postInvoice(this.#company, customer, dateOf(action.day), amount, {
          rate,
          ...own,
          ...terms,
        })
        this.#debits.push(id)
        this.#currencies.set(id, own.currency)
        return
      }
      case 'receipt': {
        const { customer, amount, rate } = action
        const own = currencyOf(action)
        const { id } = await postReceipt(this.#company, customer, dateOf(action.day), amount, [], { rate, ...own })
        this.#credits.push(id)
        this.#currencies.set(id, own.currency)
        return
      }
      case 'apply':
        return this.#apply(action)
      case 'credit': {
        const invoiceId = this.#debits[action.debit % Math.max(1, this.#debits.length)]
        if (invoiceId === undefined) return
        const lines = action.percent === 100 ? null : [{ lineNo: 1, quantity: action.percent * 10_000 }]
        const note = { invoiceId, documentDate: dateOf(DAYS - 1), reference: '', memo: '', lines, apply: true }
        const done = await accepted(() =>
          this.#company.call('creditNotes.postFromInvoice', { ...note, draftUid: null }),
        )
        if (done === null) return
        this.#credits.push(done.id)
        this.#currencies.set(done.id, this.#currencies.get(invoiceId) ?? '')
        return
      }
      case 'refund': {
        const creditDocumentId = this.#credits[action.credit % Math.max(1, this.#credits.length)]
        if (creditDocumentId === undefined) return
        const { amount, rate, currency, taken } = action
        const isAcross = currency !== null && currency !== this.#currencies.get(creditDocumentId)
        const creditAmount = isAcross ? taken : null
        const paid = { method: 'transfer', reference: '', memo: '', bankAccountId: null } as const
        const money = { currency, creditAmount, amount, rate }
        const refund = { ...paid, ...money, creditDocumentId, date: dateOf(action.day) }
        await accepted(() => this.#company.call('refunds.post', refund))
        return
      }
      case 'unapply': {
        const applicationId = this.#applications[action.application % Math.max(1, this.#applications.length)]
        if (applicationId === undefined) return
        await accepted(() => this.#company.call('applications.unapply', { applicationId, date: null }))
        return
      }
      case 'void': {
        const items = [...this.#debits, ...this.#credits]
        const id = items[action.item % Math.max(1, items.length)]
        if (id === undefined) return
        await accepted(() => this.#company.call('documents.void', { id, date: dateOf(action.day), reason: 'wrong' }))
        return
      }
      case 'revalue':
        return this.#revalue(action)
    }
  }

  async #apply(action: Extract<Step, { do: 'apply' }>): Promise<void> {
    const credit = this.#credits[action.credit % Math.max(1, this.#credits.length)]
    const documentId = this.#debits[action.debit % Math.max(1, this.#debits.length)]
    if (credit === undefined || documentId === undefined) return
    const { amount, writeOff } = action
    const isAcross = this.#currencies.get(credit) !== this.#currencies.get(documentId)
    const settles = isAcross && amount > 0 ? action.settles : null
    const settled = { documentId, amount, settles, writeOff, writeOffReason: 'too little' }
    const done = await accepted(() => applyCredit(this.#company, credit, [settled]))
    this.#applications.push(...(done?.applicationIds ?? []))
  }

  /** Whatever was posted before, the books then stand at the rate of the day, item by item. */
  async #revalue({ day: index, rate }: Extract<Step, { do: 'revalue' }>): Promise<void> {
    const date = dateOf(index)
    for (const currency of ['USD', 'JPY']) {
      const { rows } = await this.#company.call('rates.list', { limit: 500 })
      const version = rows.find((row) => row.currency === currency && row.date === date)?.version ?? null
      await this.#company.call('rates.set', { currency, date, rate, version })
    }
    const { currencies } = await this.#company.call('revaluation.propose', { date })
    const lacking = currencies.filter(({ items }) => items.some(({ difference }) => difference !== 0))
    if (lacking.length === 0) return
    const seen = lacking.map(({ currency, difference }) => ({ currency, rate, difference: difference ?? 0 }))
    await this.#company.call('revaluation.post', { date, currencies: seen })
    const after = await this.#company.call('revaluation.propose', { date })
    expect(after.currencies.flatMap(({ items }) => items).filter(({ difference }) => difference !== 0)).toEqual([])
  }
}
