import type { OutdatedCharge } from '../../../src-shared/finance-charges/contract/finance-charges.ts'
import type { LateCharge } from '../../../src-shared/ledger/contract/late-charges.ts'
import type { ParsedInput } from '../../../src-shared/contract.ts'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import { formatDate } from '../../../src-shared/domain/dates/date-text.ts'
import { formatAmount, ONE } from '../../../src-shared/domain/amounts/money.ts'
import { priceOfAmount } from '../../../src-shared/domain/amounts/unit-price.ts'
import { companyRules, type CompanyRules } from '../../company/facts/company.ts'
import type { Readable } from '../../db/connection.ts'
import { outdatedCharge } from '../queries/outdated.ts'
import { roomOn } from '../../ledger/queries/open-items/room.ts'
import { beginBilling } from '../../billing/commands/any-document/document.ts'
import { carriedByAccount } from '../../ledger/facts/settlement/carried-base.ts'
import { applyNewCredit } from '../../ledger/facts/settlement/credit-application.ts'
import { loadCustomer } from '../../ledger/facts/customer.ts'
import type { NewLine } from '../../ledger/facts/documents/document.ts'
import { loadItem, type Item } from '../../ledger/facts/documents/item.ts'
import { nextNumber } from '../../company/facts/number.ts'
import { assertOpenPeriod } from '../../ledger/facts/documents/open-period.ts'
import type { CommandContext, CommandHandler } from '../../kernel/command-handler.ts'

type Input = Omit<ParsedInput<'financeCharges.credit'>, 'commandUid'>

/**
 * Credits what finance charges charge too much by now: a credit note for each, with a line for each item, at the charge's
 * own rate. It is applied to what the charge has open; what the customer has paid of it stays on the credit note.
 */
export const creditFinanceCharges: CommandHandler<'financeCharges.credit'> = (context, input) => {
  const rules = companyRules(context.tx)
  assertOpenPeriod(input.date, rules.closingDate, 'date')
  const documents = input.charges.map(({ id, total }, index) => {
    const path = `charges.${index}`
    const charge = creditableCharge(context.tx, id, input, path)
    const outdated = outdatedCharge(context.tx, id)
    const tooMuch = outdated?.credit ?? 0
    if (outdated === null || tooMuch !== total) {
      const [now, seen] = [formatAmount(tooMuch, charge.currency), formatAmount(total, charge.currency)]
      const what = `What ${charge.number} charges too much`
      throw new Refusal('proposal_changed', { what, now, seen }, `${path}.total`)
    }
    return postOne(context, rules, input, charge, outdated)
  })
  return { documents }
}

const creditableCharge = (db: Readable, id: number, { date }: Input, path: string): Item => {
  const charge = loadItem(db, id, `${path}.id`)
  const { number, documentDate } = charge
  if (charge.kind !== 'finance_charge' || charge.reversesId !== null)
    throw new Refusal('not_a_finance_charge', { number }, `${path}.id`)
  if (db.value('SELECT 1 FROM document WHERE reverses_id = ?', [id]) !== undefined)
    throw new Refusal('already_void', { number }, `${path}.id`)
  if (date < documentDate)
    throw new Refusal('credit_too_early', { number, earliest: formatDate(documentDate, 'text') }, 'date')
  return charge
}

const postOne = (
  context: CommandContext,
  rules: CompanyRules,
  { date, memo }: Input,
  charge: Item,
  { items, credit }: OutdatedCharge,
) => {
  const { tx } = context
  const credited = items.filter((item) => item.credit > 0)
  const number = nextNumber(context, 'credit_note', date)
  const { id, uid, total, posting } = beginBilling(context, rules, {
    kind: 'credit_note',
    number,
    customer: loadCustomer(tx, charge.customerId),
    currency: charge.currency,
    documentDate: date,
    dueDate: date,
    rate: charge.rate,
    reference: charge.number.slice(0, 64),
    memo,
    lines: credited.map((item) => lineOf(tx, charge, item, item.credit)),
    taxes: [],
    creditsId: charge.id,
    ...(charge.currency === rules.baseCurrency ? {} : { carried: carriedByAccount(tx, charge, rules.baseCurrency) }),
  })
  for (const item of credited)
    tx.run('INSERT INTO finance_charge_credit (document_id, charge_id, item_id, amount) VALUES (?, ?, ?, ?)', [
      id,
      charge.id,
      item.itemId,
      item.credit,
    ])
  // What was settled on the day and is open again since cannot be settled on it a second time.
  const applied = Math.min(credit, roomOn(tx, [charge.id], date).get(charge.id) ?? charge.open)
  const settling = { documentId: charge.id, amount: applied, discount: 0, writeOff: 0, writeOffReason: '' }
  const unapplied = applyNewCredit(context, posting, rules, id, applied > 0 ? [settling] : [])
  return { id, uid, number: number.text, dueDate: date, total, applied, unapplied }
}

/** On the account that the charge was posted to. */
const lineOf = (db: Readable, charge: Item, { itemNumber, until }: LateCharge, amount: number): NewLine => ({
  description: `Charged too much on ${itemNumber} to ${formatDate(until, 'text')}`,
  productId: null,
  quantity: 0 - ONE,
  unitPrice: priceOfAmount(amount, charge.currency),
  discountPercent: 0,
  net: 0 - amount,
  taxCodeId: null,
  accountId:
    db.value<number>('SELECT account_id FROM document_line WHERE document_id = ? ORDER BY line_no LIMIT 1', [
      charge.id,
    ]) ?? 0,
})
