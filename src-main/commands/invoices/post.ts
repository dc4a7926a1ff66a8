import type { CommandHandler } from '../handler.ts'
import { Refusal } from '../../../src-shared/contract/refusal.ts'
import { invoiceTotals, type InvoiceTotals } from '../../../src-shared/domain/invoice-totals.ts'
import { AmountTooLarge, formatAmount, sum } from '../../../src-shared/domain/money.ts'
import {
  discountOffered,
  discountUntil,
  dueDate,
  instalmentPlan,
  type PaymentTerms,
} from '../../../src-shared/domain/terms.ts'
import type { ParsedInput } from '../../../src-shared/contract/index.ts'
import { companyRules, type CompanyRules } from '../../db/company.ts'
import type { Readable } from '../../db/connection.ts'
import { accountFor, assertAccountFit } from '../facts/account.ts'
import { rateFor, toBase } from '../facts/base-currency.ts'
import { loadCustomer, type BilledCustomer } from '../facts/customer.ts'
import { insertDocument, insertInstalments, insertLines, insertTaxes, type NewLine } from '../facts/document.ts'
import { nextNumber } from '../facts/number.ts'
import { assertOpenPeriod } from '../facts/open-period.ts'
import { beginPosting, type OpenPosting } from '../facts/posting.ts'

type Input = Omit<ParsedInput<'invoices.post'>, 'commandUid'>

interface TaxCode {
  readonly id: number
  readonly rate: number
  readonly accountId: number
}

/** Posts an invoice under the next number of its series. Warns, or by policy refuses, beyond the credit limit. */
export const postInvoice: CommandHandler<'invoices.post'> = (context, input) => {
  const { tx } = context
  const rules = companyRules(tx)
  assertOpenPeriod(input.documentDate, rules.closingDate, 'documentDate')
  const customer = billable(loadCustomer(tx, input.customerId))
  const terms = loadTerms(tx, input.termsId ?? customer.termsId)
  const due = input.dueDate ?? dueDate(terms, input.documentDate)
  if (due < input.documentDate) throw new Refusal('due_before_document', {}, 'dueDate')

  const taxCodes = loadTaxCodes(tx, input)
  const totals = decideTotals(input, customer.currency, rules, taxCodes)
  const lines = postedLines(tx, input, totals)
  const rate = rateFor(customer.currency, rules.baseCurrency, input.rate, input.documentDate)
  const warnings = checkCreditLimit(tx, customer, totals.total, rules)

  const base = (amount: number): number => toBase(amount, customer.currency, rules.baseCurrency, rate)
  const number = nextNumber(context, 'invoice')
  const posting = beginPosting(context, input.documentDate, customer.currency, `Invoice ${number.text}`)
  const { id, uid } = insertDocument(context, posting.id, {
    kind: 'invoice',
    number,
    customerId: customer.id,
    documentDate: input.documentDate,
    dueDate: due,
    currency: customer.currency,
    rate,
    total: totals.total,
    baseTotal: base(totals.total),
    reference: input.reference,
    memo: input.memo,
    termsId: input.termsId ?? customer.termsId,
    pricesIncludeTax: input.pricesIncludeTax,
    discountUntil: discountUntil(terms, input.documentDate),
    discount: discountOffered(terms, totals.total),
    graceDays: terms.graceDays,
  })
  insertLines(context, id, lines)
  insertTaxes(
    context,
    id,
    totals.taxes.map((tax) => ({ taxCodeId: Number(tax.taxCode), rate: tax.rate, base: tax.base, tax: tax.tax })),
  )
  // A due date that was entered is when all of it falls due.
  const plan = input.dueDate === null ? instalmentPlan(terms, input.documentDate, totals.total) : []
  if (plan.length > 1) insertInstalments(context, id, plan)
  post(posting, { documentId: id, customer, totals, lines, taxCodes, control: accountFor(tx, 'receivable') }, base)
  if (input.draftUid !== null) tx.run('DELETE FROM draft WHERE uid = ?', [input.draftUid])
  return { id, uid, number: number.text, dueDate: due, total: totals.total, warnings }
}

const billable = (customer: BilledCustomer): BilledCustomer => {
  if (customer.archived) throw new Refusal('customer_archived', { code: customer.code }, 'customerId')
  if (customer.onHold) throw new Refusal('customer_on_hold', { code: customer.code }, 'customerId')
  return customer
}

const loadTerms = (db: Readable, termsId: number): PaymentTerms => {
  const rule = db.value<string>('SELECT rule FROM terms WHERE id = ?', [termsId])
  if (rule === undefined) throw new Refusal('terms_not_found', {}, 'termsId')
  return JSON.parse(rule) as PaymentTerms
}

/** The tax codes the lines name, by id. */
const loadTaxCodes = (db: Readable, input: Input): ReadonlyMap<number, TaxCode> => {
  const codes = new Map<number, TaxCode>()
  for (const [index, { taxCodeId }] of input.lines.entries()) {
    if (taxCodeId === null || codes.has(taxCodeId)) continue
    const code = db.get<TaxCode>('SELECT id, rate, account_id AS accountId FROM tax_code WHERE id = ?', [taxCodeId])
    if (!code) throw new Refusal('tax_code_not_found', {}, `lines.${index}.taxCodeId`)
    codes.set(taxCodeId, code)
  }
  return codes
}

const decideTotals = (
  input: Input,
  currency: string,
  rules: CompanyRules,
  taxCodes: ReadonlyMap<number, TaxCode>,
): InvoiceTotals => {
  if (input.lines.length === 0) throw new Refusal('no_lines', {}, 'lines')
  const lines = input.lines.map((line) => ({
    ...line,
    taxRate: line.taxCodeId === null ? null : (taxCodes.get(line.taxCodeId)?.rate ?? null),
    taxCode: line.taxCodeId === null ? null : String(line.taxCodeId),
  }))
  const totals = inLedgerRange(() =>
    invoiceTotals({
      currency,
      lines,
      pricesIncludeTax: input.pricesIncludeTax,
      taxRounding: rules.settings.taxRounding,
    }),
  )
  if (totals.total < 0) throw new Refusal('total_negative', {}, 'lines')
  return totals
}

/** Amounts that no ledger row can hold come from the lines: say so beside them. */
const inLedgerRange = <T>(compute: () => T): T => {
  try {
    return compute()
  } catch (error) {
    if (error instanceof AmountTooLarge) throw new Refusal('amount_too_large', {}, 'lines')
    throw error
  }
}

const postedLines = (db: Readable, input: Input, totals: InvoiceTotals): readonly NewLine[] => {
  const sales = accountFor(db, 'sales')
  return input.lines.map((line, index) => {
    const product = line.productId === null ? undefined : loadProduct(db, line.productId, index)
    if (line.accountId !== null) assertAccountFit(db, line.accountId, 'sales', `lines.${index}.accountId`)
    return { ...line, net: totals.lines[index]?.net ?? 0, accountId: line.accountId ?? product?.accountId ?? sales }
  })
}

const loadProduct = (db: Readable, productId: number, index: number): { readonly accountId: number } => {
  const product = db.get<{ accountId: number }>('SELECT account_id AS accountId FROM product WHERE id = ?', [productId])
  if (!product) throw new Refusal('product_not_found', {}, `lines.${index}.productId`)
  return product
}

const checkCreditLimit = (
  db: Readable,
  customer: BilledCustomer,
  total: number,
  rules: CompanyRules,
): readonly string[] => {
  if (customer.creditLimit === null) return []
  const balance = db.value<number>(
    `SELECT coalesce(sum(balance), 0) FROM open_item WHERE customer_id = ? AND closed_on = '9999-12-31'`,
    [customer.id],
  )
  const exposure = sum([balance ?? 0, total])
  if (exposure <= customer.creditLimit) return []
  const refusal = new Refusal(
    'credit_limit_exceeded',
    {
      exposure: formatAmount(exposure, customer.currency),
      limit: formatAmount(customer.creditLimit, customer.currency),
    },
    'lines',
  )
  if (rules.settings.creditLimitPolicy === 'block') throw refusal
  return [
    `${customer.code} now owes ${formatAmount(exposure, customer.currency)}, over the credit limit of ${formatAmount(customer.creditLimit, customer.currency)}.`,
  ]
}

interface ToPost {
  readonly documentId: number
  readonly customer: BilledCustomer
  readonly totals: InvoiceTotals
  readonly lines: readonly NewLine[]
  readonly taxCodes: ReadonlyMap<number, TaxCode>
  readonly control: number
}

/** Receivable against sales and tax, one entry for each account; rounding of a foreign currency goes to the last sale. */
const post = (
  posting: OpenPosting,
  { documentId, customer, totals, lines, taxCodes, control }: ToPost,
  base: (amount: number) => number,
): void => {
  const credits = new Map<number, number>()
  const credit = (accountId: number, amount: number): void =>
    void credits.set(accountId, (credits.get(accountId) ?? 0) - amount)
  for (const { taxCode, tax } of totals.taxes) {
    const account = taxCodes.get(Number(taxCode))?.accountId
    if (account !== undefined && tax !== 0) credit(account, tax)
  }
  for (const line of lines) credit(line.accountId, line.net)
  posting.add({
    accountId: control,
    amount: totals.total,
    baseAmount: base(totals.total),
    customerId: customer.id,
    itemId: documentId,
  })
  let left = 0 - base(totals.total)
  for (const [index, [accountId, amount]] of [...credits].entries()) {
    const baseAmount = index === credits.size - 1 ? left : base(amount)
    left -= baseAmount
    posting.add({ accountId, amount, baseAmount })
  }
  posting.seal()
}
