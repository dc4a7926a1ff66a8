import { deleteDraft } from '../../../ledger/facts/drafts.ts'
import type { PostedDocument } from '../../../../src-shared/kit/posted.ts'
import type { ParsedInput } from '../../../../src-shared/contract.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { enteredPercent } from '../../../../src-shared/ledger/rules/document-totals/document-discount.ts'
import { inCurrency } from '../../../../src-shared/domain/amounts/exchange-rate.ts'
import { discountOffered, discountUntil, instalmentPlan } from '../../../../src-shared/company/rules/terms/terms.ts'
import type { PaymentTerms } from '../../../../src-shared/company/rules/terms/terms.ts'
import { companyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'
import { rateFor } from '../../../ledger/facts/documents/base-currency.ts'
import { loadCustomer } from '../../../ledger/facts/customer.ts'
import { nextNumber, numberWarnings } from '../../../company/facts/number.ts'
import { assertOpenPeriod } from '../../../ledger/facts/documents/open-period.ts'
import type { CommandContext } from '../../../kernel/command-handler.ts'
import { assertBillable, checkCreditLimit, type CreditCheck } from './credit-limit.ts'
import { beginBilling } from './document.ts'
import { billEntered } from './entered.ts'
import { prepaymentWarnings } from './prepayments.ts'

type Input = Omit<ParsedInput<'invoices.post'>, 'commandUid'>

/**
 * Posts an invoice or a debit note under the next number of its own series. Warns, or by policy refuses, beyond the
 * credit limit, as `checkCredit` says.
 */
export const bill = (
  context: CommandContext,
  kind: 'invoice' | 'debit_note',
  input: Input,
  checkCredit: CreditCheck = checkCreditLimit,
): PostedDocument => {
  const { tx } = context
  const rules = companyRules(tx)
  assertOpenPeriod(input.documentDate, rules.closingDate, 'documentDate')
  const customer = loadCustomer(tx, input.customerId)
  assertBillable(context, customer)
  const termsId = input.termsId ?? customer.termsId
  const terms = loadTerms(tx, termsId)
  if (input.dueDate !== null && input.dueDate < input.documentDate)
    throw new Refusal('due_before_document', {}, 'dueDate')

  const currency = input.currency ?? customer.currency
  const { lines, taxes, total, discountable } = billEntered(tx, input, currency, rules, 1)
  const rate = rateFor(tx, currency, rules.baseCurrency, input.rate, input.documentDate)
  const warnings = [
    ...checkCredit(context, rules, customer, { ...input, total, currency, rate }),
    ...prepaymentWarnings(tx, customer, currency, input.reference),
  ]
  const inDocumentCurrency = (amount: number): number => inCurrency(amount, currency, rules.baseCurrency, rate)
  // A due date that was entered is when all of it falls due.
  const plan = input.dueDate === null ? instalmentPlan(terms, input.documentDate, total, inDocumentCurrency) : []
  const due = input.dueDate ?? plan.at(-1)?.dueDate ?? input.documentDate
  const number = nextNumber(context, kind, input.documentDate)
  const { documentDate, reference, memo, pricesIncludeTax, toleranceMost } = input
  const { id, uid, posting } = beginBilling(context, rules, {
    kind,
    number,
    customer,
    documentDate,
    dueDate: due,
    currency,
    rate,
    reference,
    memo,
    termsId,
    pricesIncludeTax,
    documentDiscountPercent: enteredPercent(input.documentDiscount),
    discountUntil: discountUntil(terms, documentDate),
    discount: discountOffered(terms, Math.min(total, discountable ?? total), inDocumentCurrency),
    discountable: terms.discount === null ? null : discountable,
    graceDays: terms.graceDays,
    toleranceMost,
    plan,
    lines,
    taxes,
  })
  posting.seal()
  deleteDraft(tx, input.draftUid)
  return { id, uid, number: number.text, dueDate: due, total, warnings: [...numberWarnings(kind, number), ...warnings] }
}

export const loadTerms = (db: Readable, termsId: number): PaymentTerms => {
  const rule = db.value<string>('SELECT rule FROM terms WHERE id = ?', [termsId])
  if (rule === undefined) throw new Refusal('terms_not_found', {}, 'termsId')
  return JSON.parse(rule) as PaymentTerms
}
