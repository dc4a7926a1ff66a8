import type { ParsedInput } from '../../../../src-shared/contract.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { documentRounding } from '../../../../src-shared/domain/amounts/cash-rounding.ts'
import { discountableParts, isPartlyDiscountable } from '../../../../src-shared/ledger/rules/settlement/discountable.ts'
import {
  discountOfInput,
  isBeyondLines,
} from '../../../../src-shared/ledger/rules/document-totals/document-discount.ts'
import {
  invoiceTotals,
  type InvoiceTotals,
} from '../../../../src-shared/ledger/rules/document-totals/invoice-totals.ts'
import { AmountTooLarge, lineNet } from '../../../../src-shared/domain/amounts/money.ts'
import { partsTotal } from '../../../../src-shared/ledger/rules/settlement/reductions.ts'
import type { CompanyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'
import { chargesOf } from '../../../ledger/facts/settlement/credited.ts'
import type { Stored } from '../../../db/stored.ts'
import { taxesOfCode, type ChargedTax } from '../../../company/queries/setup/code-taxes.ts'
import { accountFor, assertAccountFit } from '../../../company/facts/account.ts'
import type { NewLine } from '../../../ledger/facts/documents/document.ts'
import type { BilledTax } from './document.ts'
import { roundingLines } from './rounding.ts'

/** Lines as the clerk enters them on an invoice, a debit note or a credit note: all positive. */
export type EnteredLines = Pick<ParsedInput<'invoices.post'>, 'lines' | 'pricesIncludeTax' | 'documentDiscount'>

/** What a document says line by line and tax by tax. Minor units, signed as they move the receivable. */
export interface Billed {
  readonly lines: readonly NewLine[]
  readonly taxes: readonly BilledTax[]
  readonly total: number
  /** What the lines come to that earn an early payment discount, their taxes included; null when all do. */
  readonly discountable: number | null
}

/** Works out what was entered; `sign` is -1 for a credit note, whose amounts and quantities the ledger keeps negative. */
export const billEntered = (
  db: Readable,
  input: EnteredLines,
  currency: string,
  rules: CompanyRules,
  sign: 1 | -1,
): Billed => {
  const taxCodes = loadTaxCodes(db, input)
  const totals = decideTotals(input, currency, rules, taxCodes, sign)
  const accounts = new Map([...taxCodes.values()].flat().map(({ taxCodeId, accountId }) => [taxCodeId, accountId]))
  const rounding = signed(documentRounding(totals.total, rules.settings, currency, rules.baseCurrency), sign)
  const lines = postedLines(db, input, totals, sign)
  return {
    lines: [...lines, ...roundingLines(db, rules, rounding, currency)],
    discountable: discountableOf(lines, totals, taxCodes),
    taxes: totals.taxes.flatMap(({ taxCode, rate, base, tax }) => {
      const taxCodeId = Number(taxCode)
      const accountId = accounts.get(taxCodeId)
      if (accountId === undefined) return []
      return [{ taxCodeId, accountId, rate, base: signed(base, sign), tax: signed(tax, sign) }]
    }),
    total: signed(totals.total, sign) + rounding,
  }
}

/** Never negative zero, which SQLite's driver would store as a real number. */
const signed = (amount: number, sign: 1 | -1): number => (sign === 1 ? amount : 0 - amount)

/** Only a bill offers a discount; its amounts are as they are entered. */
const discountableOf = (lines: readonly EarningLine[], totals: InvoiceTotals, taxCodes: TaxCodes): number | null => {
  if (!isPartlyDiscountable(lines.map((line) => ({ ...line, taxes: [] })))) return null
  const taxes = totals.taxes.map(({ taxCode, rate, tax }) => ({ taxCodeId: Number(taxCode), rate, tax }))
  const charged = lines.map(({ taxCodeId, earnsDiscount }) => ({
    earnsDiscount,
    taxes: chargesOf(taxCodes.get(taxCodeId ?? 0) ?? []),
  }))
  const left = { nets: totals.lines.map(({ net }) => net), taxes: taxes.map(({ tax }) => tax) }
  return partsTotal(discountableParts({ lines: charged, taxes }, left))
}

type EarningLine = NewLine & { readonly earnsDiscount: boolean }

type TaxCodes = ReadonlyMap<number, readonly ChargedTax[]>

/** What the tax codes charge that the lines name, by id. */
const loadTaxCodes = (db: Readable, input: EnteredLines): TaxCodes => {
  const codes = new Map<number, readonly ChargedTax[]>()
  for (const [index, { taxCodeId }] of input.lines.entries()) {
    if (taxCodeId === null || codes.has(taxCodeId)) continue
    const taxes = taxesOfCode(db, taxCodeId)
    if (taxes.length === 0) throw new Refusal('tax_code_not_found', {}, `lines.${index}.taxCodeId`)
    codes.set(taxCodeId, taxes)
  }
  return codes
}

const decideTotals = (
  input: EnteredLines,
  currency: string,
  rules: CompanyRules,
  taxCodes: TaxCodes,
  sign: 1 | -1,
): InvoiceTotals => {
  if (input.lines.length === 0) throw new Refusal('no_lines', {}, 'lines')
  const lines = input.lines.map((line) => ({
    ...line,
    taxes: (taxCodes.get(line.taxCodeId ?? 0) ?? []).map((tax) => ({ ...tax, taxCode: String(tax.taxCodeId) })),
  }))
  const { pricesIncludeTax } = input
  const { taxRounding } = rules.settings
  const undiscounted = inLedgerRange(input, currency, () =>
    invoiceTotals({ currency, lines, pricesIncludeTax, taxRounding }),
  )
  if (undiscounted.total < 0) throw new Refusal(sign === 1 ? 'total_negative' : 'credit_total_negative', {}, 'lines')
  const { documentDiscount } = input
  if (documentDiscount === null) return undiscounted
  if (isBeyondLines(documentDiscount, undiscounted))
    throw new Refusal('document_discount_exceeds', {}, 'documentDiscount.amount')
  const discount = discountOfInput(documentDiscount)
  const totals = inLedgerRange(input, currency, () =>
    invoiceTotals({ currency, lines, pricesIncludeTax, taxRounding, ...discount }),
  )
  // A discount shared among lines of both signs, each then rounded and taxed, may take a small total below nothing.
  if (totals.total < 0) throw new Refusal('document_discount_negative', {}, 'documentDiscount')
  return totals
}

/** Amounts that no ledger row can hold come from the lines: say so beside the one at fault, or beside all of them. */
const inLedgerRange = <T>({ lines }: EnteredLines, currency: string, compute: () => T): T => {
  try {
    return compute()
  } catch (error) {
    if (!(error instanceof AmountTooLarge)) throw error
    const index = lines.findIndex((line) => isTooLarge(line, currency))
    throw new Refusal('amount_too_large', {}, index < 0 ? 'lines' : `lines.${index}.unitPrice`)
  }
}

const isTooLarge = (line: EnteredLines['lines'][number], currency: string): boolean => {
  try {
    lineNet(line, currency)
    return false
  } catch (error) {
    if (error instanceof AmountTooLarge) return true
    throw error
  }
}

const postedLines = (
  db: Readable,
  input: EnteredLines,
  totals: InvoiceTotals,
  sign: 1 | -1,
): readonly EarningLine[] => {
  const sales = accountFor(db, 'sales')
  return input.lines.map((line, index) => {
    const product = line.productId === null ? undefined : loadProduct(db, line.productId, index)
    if (line.accountId !== null) assertAccountFit(db, line.accountId, 'sales', `lines.${index}.accountId`)
    const figures = totals.lines[index]
    return {
      ...line,
      quantity: signed(line.quantity, sign),
      net: signed(figures?.net ?? 0, sign),
      documentDiscount: signed(figures?.documentDiscount ?? 0, sign),
      accountId: line.accountId ?? product?.accountId ?? sales,
      earnsDiscount: line.earnsDiscount ?? product?.earnsDiscount !== 0,
    }
  })
}

type Product = Stored<'product', 'accountId' | 'earnsDiscount'>

const loadProduct = (db: Readable, productId: number, index: number): Product => {
  const product = db.get<Product>(
    'SELECT account_id AS accountId, earns_discount AS earnsDiscount FROM product WHERE id = ?',
    [productId],
  )
  if (!product) throw new Refusal('product_not_found', {}, `lines.${index}.productId`)
  return product
}
