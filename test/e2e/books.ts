import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { OutputOf } from '../../src-shared/contract.ts'
import { calendarDate, LAST_DATE, type CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { call, openForWriting, type CompanyFile } from '../../src-main/company-file/company-file.ts'
import { createCompanyFile } from '../../src-main/company-file/create-company.ts'

/** A company written without a window, for a test to open in one. */
export interface Books {
  readonly file: string
  /** Asks the ledger again once the window is closed. */
  ask<T>(question: (company: CompanyFile) => Promise<T>): Promise<T>
  remove(): void
}

const address = { line1: '', line2: '', city: 'Portland', region: '', postalCode: '', country: '' }
const profile = { name: 'Harbor Paper', address: '', phone: '', email: '', taxNumber: '' }

let template: string | undefined

/** Made once by each worker and copied from then on; copies have the company's uid in common. */
function newCompanyFile(): string {
  if (template === undefined) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'duebook-template-'))
    process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }))
    template = path.join(folder, 'New.duebook')
    createCompanyFile(template, { profile, baseCurrency: 'USD' })
  }
  return template
}

/** Keeps the books that `write` enters in a company file of its own. */
export async function newBooks(write: (company: CompanyFile) => Promise<void>): Promise<Books> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'duebook-books-'))
  const file = path.join(folder, 'Harbor.duebook')
  fs.copyFileSync(newCompanyFile(), file)
  const ask: Books['ask'] = async (question) => {
    const company = openForWriting(file)
    try {
      return await question(company)
    } finally {
      company.close()
    }
  }
  await ask(write)
  return { file, ask, remove: () => fs.rmSync(folder, { recursive: true, force: true }) }
}

interface NewCustomer {
  readonly code: string
  readonly name: string
  readonly terms?: string
  readonly creditLimit?: number
  readonly onHold?: boolean
  readonly payingParentId?: number
  readonly currency?: string
  /** Null leaves it to the product. */
  readonly taxCode?: string | null
}

/** A customer whose goods are not taxed; in US dollars and net 30 unless said otherwise. */
export async function addCustomer(company: CompanyFile, customer: NewCustomer): Promise<number> {
  const terms = await call(company, 'terms.list', {})
  const taxCodes = await call(company, 'taxCodes.list', {})
  const { id } = await call(company, 'customers.create', {
    code: customer.code,
    name: customer.name,
    currency: customer.currency ?? 'USD',
    termsId: idOf(terms, customer.terms ?? 'NET30'),
    taxCodeId: customer.taxCode === null ? null : idOf(taxCodes, customer.taxCode ?? 'NONE'),
    creditLimit: customer.creditLimit ?? null,
    payingParentId: customer.payingParentId ?? null,
    onHold: customer.onHold ?? false,
    phone: '',
    email: '',
    taxNumber: '',
    memo: '',
    billingAddress: address,
    shippingAddress: address,
    contacts: [],
  })
  return id
}

/** A product with the standard tax of 10%; the price in millionths. */
export async function addProduct(company: CompanyFile, code: string, name: string, unitPrice: number): Promise<void> {
  const accounts = await call(company, 'accounts.list', {})
  const taxCodes = await call(company, 'taxCodes.list', {})
  const sales = accounts.find(({ roles }) => roles.includes('sales'))
  if (sales === undefined) throw new Error('A new company has a sales account.')
  await call(company, 'products.create', {
    code,
    name,
    unitPrice,
    taxCodeId: idOf(taxCodes, 'STD'),
    accountId: sales.id,
  })
}

/** An untaxed invoice of one line, in minor units, on the customer's terms and in its currency unless said otherwise. */
export const addInvoice = (
  company: CompanyFile,
  customerId: number,
  date: string,
  amount: number,
  money: { readonly currency?: string } = {},
): Promise<OutputOf<'invoices.post'>> =>
  call(company, 'invoices.post', {
    ...money,
    customerId,
    documentDate: calendarDate(date),
    termsId: null,
    dueDate: null,
    reference: '',
    memo: '',
    pricesIncludeTax: false,
    draftUid: null,
    lines: [untaxedLine('Paper', amount)],
  })

/** A check received and not applied to anything. */
export const addUnappliedReceipt = (
  company: CompanyFile,
  customerId: number,
  date: string,
  amount: number,
): Promise<OutputOf<'receipts.post'>> =>
  call(company, 'receipts.post', {
    customerId,
    date: calendarDate(date),
    amount,
    method: 'check',
    reference: '',
    memo: '',
    depositAccountId: null,
    applications: [],
    draftUid: null,
  })

/** A recurring invoice of 500.00 a month. */
export const addMonthlyRent = (
  company: CompanyFile,
  customerId: number,
  firstDate: CalendarDate,
): Promise<OutputOf<'recurring.save'>> =>
  call(company, 'recurring.save', {
    existing: null,
    name: 'Rent',
    customerId,
    schedule: { every: 1, unit: 'month', firstDate, dayOfMonth: null, end: { kind: 'never' } },
    termsId: null,
    reference: '',
    memo: '',
    pricesIncludeTax: false,
    lines: [untaxedLine('Rent', 500_00)],
    documentDiscount: null,
  })

/** One of it, at a price in minor units. */
const untaxedLine = (description: string, price: number) => ({
  productId: null,
  description,
  quantity: 1_000_000,
  unitPrice: price * 10_000,
  discountPercent: 0,
  taxCodeId: null,
  accountId: null,
})

/** What is open of a customer by number, whatever the day. */
export const openOf = (books: Books, customerId: number): Promise<Readonly<Record<string, number>>> =>
  books.ask(async (company) => {
    const items = await call(company, 'openItems.forCustomer', { customerId, asOf: LAST_DATE })
    return Object.fromEntries(items.map(({ number, open }) => [number, open]))
  })

function idOf(rows: readonly { readonly id: number; readonly code: string }[], code: string): number {
  const row = rows.find((candidate) => candidate.code === code)
  if (row === undefined) throw new Error(`A new company has ${code}.`)
  return row.id
}
