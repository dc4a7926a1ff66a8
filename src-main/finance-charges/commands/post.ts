import type {
  ProposedCharge,
  ProposedItemCharge,
} from '../../../src-shared/finance-charges/contract/finance-charges.ts'
import type { ParsedInput } from '../../../src-shared/contract.ts'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import type { ExchangeRate } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { formatDate } from '../../../src-shared/domain/dates/date-text.ts'
import { formatAmount, ONE } from '../../../src-shared/domain/amounts/money.ts'
import { dueDate } from '../../../src-shared/company/rules/terms/terms.ts'
import { priceOfAmount } from '../../../src-shared/domain/amounts/unit-price.ts'
import { companyRules, type CompanyRules } from '../../company/facts/company.ts'
import { chargeKey } from '../queries/items.ts'
import { proposedCharges, type EnteredRate } from '../queries/propose.ts'
import { beginBilling } from '../../billing/commands/any-document/document.ts'
import { loadTerms } from '../../billing/commands/any-document/invoice.ts'
import { accountFor } from '../../company/facts/account.ts'
import { rateFor } from '../../ledger/facts/documents/base-currency.ts'
import { loadCustomer } from '../../ledger/facts/customer.ts'
import type { NewLine } from '../../ledger/facts/documents/document.ts'
import { nextNumber } from '../../company/facts/number.ts'
import { assertOpenPeriod } from '../../ledger/facts/documents/open-period.ts'
import { deleteDraft } from '../../ledger/facts/drafts.ts'
import type { CommandContext, CommandHandler } from '../../kernel/command-handler.ts'

type Input = Omit<ParsedInput<'financeCharges.post'>, 'commandUid'>

/** Posts finance charges, one document for a customer and currency with a line for each item, dated on the last day charged. */
export const postFinanceCharges: CommandHandler<'financeCharges.post'> = (context, input) => {
  const rules = companyRules(context.tx)
  assertOpenPeriod(input.asOf, rules.closingDate, 'asOf')
  const customers = new Set(input.charges.map(({ customerId }) => customerId))
  const only = customers.size === 1 ? ([...customers][0] ?? null) : null
  const charges = input.charges.map((chosen) => ({ ...chosen, currency: currencyOf(context, chosen) }))
  const entered = new Map(charges.map((chosen) => [chargeKey(chosen), chosen.rate]))
  const enteredRate: EnteredRate = (item) => entered.get(chargeKey(item)) ?? null
  const proposed = proposedCharges(context.tx, { ...input, customerId: only }, context, enteredRate)
  const byKey = new Map(proposed.map((charge) => [chargeKey(charge), charge]))
  const documents = charges.map((chosen, index) => {
    context.progress(index, input.charges.length)
    context.checkCancelled()
    const path = `charges.${index}`
    const { currency } = chosen
    const { code } = loadCustomer(context.tx, chosen.customerId)
    const charge = byKey.get(chargeKey(chosen))
    byKey.delete(chargeKey(chosen))
    if (charge?.lacksRate === true) {
      throw new Refusal('rate_missing', { currency, date: formatDate(input.asOf, 'text') }, `${path}.rate`)
    }
    if (!charge || charge.total !== chosen.total) {
      const now = formatAmount(charge?.total ?? 0, currency)
      throw new Refusal(
        'proposal_changed',
        { what: `The charge of ${code}`, now, seen: formatAmount(chosen.total, currency) },
        `${path}.total`,
      )
    }
    return postOne(context, rules, input, charge, { rate: chosen.rate, path: `${path}.rate` })
  })
  deleteDraft(context.tx, input.draftUid)
  return { documents }
}

/** Null is the customer's own. */
const currencyOf = ({ tx }: CommandContext, { customerId, currency }: Input['charges'][number]): string =>
  currency ?? loadCustomer(tx, customerId).currency

const postOne = (
  context: CommandContext,
  rules: CompanyRules,
  { asOf, memo }: Input,
  charge: ProposedCharge,
  entered: { readonly rate: ExchangeRate | null; readonly path: string },
) => {
  const { tx } = context
  const customer = loadCustomer(tx, charge.customerId)
  const { currency } = charge
  const account = accountFor(tx, 'finance_charge')
  const number = nextNumber(context, 'finance_charge', asOf)
  const { id, uid, total, posting, ...posted } = beginBilling(context, rules, {
    kind: 'finance_charge',
    number,
    customer,
    documentDate: asOf,
    dueDate: dueDate(loadTerms(tx, customer.termsId), asOf),
    currency,
    rate: rateFor(tx, currency, rules.baseCurrency, entered.rate, asOf, entered.path),
    reference: '',
    memo,
    termsId: customer.termsId,
    lines: charge.items.flatMap((item) => linesOf(item, currency, account)),
    taxes: [],
  })
  for (const item of charge.items) insertChargedItem(context, id, item)
  posting.seal()
  return { id, uid, number: number.text, dueDate: posted.dueDate, total }
}

const linesOf = (item: ProposedItemCharge, currency: string, accountId: number): readonly NewLine[] => {
  const interest = `Interest on ${item.number}, ${item.days} days late to ${formatDate(item.until, 'text')}`
  return [
    { description: interest, net: item.interest },
    { description: `Late fee on ${item.number}`, net: item.fee },
  ]
    .filter(({ net }) => net > 0)
    .map((line) => ({
      ...line,
      productId: null,
      quantity: ONE,
      unitPrice: priceOfAmount(line.net, currency),
      discountPercent: 0,
      taxCodeId: null,
      accountId,
    }))
}

const insertChargedItem = (context: CommandContext, documentId: number, item: ProposedItemCharge): void => {
  context.tx.run(
    `INSERT INTO finance_charge_item (document_id, item_id, charged_after, charged_until, interest, fee)
     VALUES (?, ?, ?, ?, ?, ?)`,
    [documentId, item.documentId, item.after, item.until, item.interest, item.fee],
  )
}
