import { answerPosted } from './posted.ts'
import { enteredPercent } from '../../../../src-shared/ledger/rules/document-totals/document-discount.ts'
import { companyRules } from '../../../company/facts/company.ts'
import { beginBilling } from '../any-document/document.ts'
import { billEntered } from '../any-document/entered.ts'
import { rateFor } from '../../../ledger/facts/documents/base-currency.ts'
import { applyNewCredit } from '../../../ledger/facts/settlement/credit-application.ts'
import { loadCustomer } from '../../../ledger/facts/customer.ts'
import { lateNews } from '../../../ledger/facts/finance-charges/late-charges.ts'
import { assertWithinLimits, measured, owedRates } from '../../../ledger/facts/limits/limit.ts'
import { nextNumber } from '../../../company/facts/number.ts'
import { givenByRate } from '../../../ledger/facts/limits/rate-limit.ts'
import { assertOpenPeriod } from '../../../ledger/facts/documents/open-period.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'

/**
 * Posts a credit note that names no invoice, and applies it where asked. A customer on hold is credited too. Nothing that
 * was billed bounds it, so the user's limit does.
 */
export const postCreditNote: CommandHandler<'creditNotes.post'> = (context, input) => {
  const { tx } = context
  const rules = companyRules(tx)
  assertOpenPeriod(input.documentDate, rules.closingDate, 'documentDate')
  const customer = loadCustomer(tx, input.customerId)
  const currency = input.currency ?? customer.currency
  const { lines, taxes, total } = billEntered(tx, input, currency, rules, -1)
  const rate = rateFor(tx, currency, rules.baseCurrency, input.rate, input.documentDate)
  const { documentDate, reference, memo, pricesIncludeTax } = input
  const given = { amount: 0 - total, currency, rate, date: documentDate }
  const credited = measured(tx, rules, given, owedRates(tx, customer.id, currency, rules))
  const byRate = givenByRate(tx, rules, { currency, rate, date: documentDate }, input.applications)
  const givenAway = [
    { act: 'credit', baseAmount: credited },
    { act: 'write_off', baseAmount: byRate },
  ] as const
  assertWithinLimits(context, rules, givenAway, 'lines')
  const number = nextNumber(context, 'credit_note', input.documentDate)
  const { id, uid, posting } = beginBilling(context, rules, {
    kind: 'credit_note',
    number,
    customer,
    documentDate,
    dueDate: documentDate,
    currency,
    rate,
    reference,
    memo,
    pricesIncludeTax,
    documentDiscountPercent: enteredPercent(input.documentDiscount),
    lines,
    taxes,
  })
  const settling = input.applications.map((line) => ({ ...line, discount: 0, writeOff: 0, writeOffReason: '' }))
  const unapplied = applyNewCredit(context, posting, rules, id, settling)
  const applied = 0 - total - unapplied
  const posted = { id, uid, number, dueDate: documentDate, total, applied, unapplied }
  return { ...answerPosted(context, posted, input.draftUid), ...lateNews(context) }
}
