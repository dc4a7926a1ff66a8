import type { ParsedInput } from '../../../../src-shared/contract.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { isVoidNumber } from '../../../../src-shared/company/rules/sequence.ts'
import { addChecked } from '../../../../src-shared/domain/amounts/money.ts'
import { dueDate } from '../../../../src-shared/company/rules/terms/terms.ts'
import { companyRules, type CompanyRules } from '../../../company/facts/company.ts'
import { loadTerms } from '../any-document/invoice.ts'
import { accountFor } from '../../../company/facts/account.ts'
import { rateFor } from '../../../ledger/facts/documents/base-currency.ts'
import { loadCustomer } from '../../../ledger/facts/customer.ts'
import { assertWithinLimit, measured, owedRates } from '../../../ledger/facts/limits/limit.ts'
import { numbersLike } from '../../../company/facts/number-series.ts'
import { foreignNumber } from '../../../company/facts/number.ts'
import { assertOpenPeriod } from '../../../ledger/facts/documents/open-period.ts'
import { beginPlain } from '../../../ledger/facts/documents/plain-document.ts'
import { deleteDraft } from '../../../ledger/facts/drafts.ts'
import type { CommandContext, CommandHandler } from '../../../kernel/command-handler.ts'

type OpeningBalance = ParsedInput<'openingBalances.post'>['items'][number]

const ITEMS_BETWEEN_CHECKS = 100

/** Posts what was open in the old books, each item under its own date and number. */
export const postOpeningBalances: CommandHandler<'openingBalances.post'> = (context, { items, draftUid }) => {
  const rules = companyRules(context.tx)
  let credited = 0
  const documents = items.map((item, index) => {
    if (index % ITEMS_BETWEEN_CHECKS === 0) {
      context.checkCancelled()
      context.progress(index, items.length)
    }
    const { measure, ...posted } = at(`items.${index}`, () => postOne(context, rules, item))
    credited = addChecked(credited, measure)
    return posted
  })
  assertWithinLimit(context, rules, 'credit', credited, 'items')
  deleteDraft(context.tx, draftUid)
  context.progress(items.length, items.length)
  return { documents }
}

/** The facts name their field as of one item; a refusal names which. */
const at = <T>(path: string, post: () => T): T => {
  try {
    return post()
  } catch (error) {
    if (error instanceof Refusal) throw error.at(`${path}.${error.path}`)
    throw error
  }
}

const postOne = (context: CommandContext, rules: CompanyRules, item: OpeningBalance) => {
  const { tx } = context
  const { kind, documentDate, reference, memo, amount } = item
  assertOpenPeriod(documentDate, rules.closingDate, 'documentDate')
  const customer = loadCustomer(tx, item.customerId)
  assertNumberFree(context, item)
  const ofTerms = kind === 'invoice' ? dueDate(loadTerms(tx, customer.termsId), documentDate) : documentDate
  const due = item.dueDate ?? ofTerms
  if (due < documentDate) throw new Refusal('due_before_document', {}, 'dueDate')
  const total = kind === 'invoice' ? amount : -amount
  const currency = item.currency ?? customer.currency
  const rate = rateFor(tx, currency, rules.baseCurrency, item.rate, documentDate)
  const { id, uid, posting } = beginPlain(
    context,
    rules,
    {
      kind,
      number: foreignNumber(item.number),
      customerId: customer.id,
      documentDate,
      dueDate: due,
      currency,
      rate,
      total,
      reference,
      memo,
    },
    accountFor(tx, 'opening_balance'),
  )
  posting.seal()
  const given = { amount, currency, rate, date: documentDate }
  const measure = total > 0 ? 0 : measured(tx, rules, given, owedRates(tx, customer.id, currency, rules))
  return { id, uid, number: item.number, dueDate: due, total, measure }
}

/** Its own number is kept, one of our own series too: that passes it over. A void's is Duebook's to give. */
const assertNumberFree = (context: CommandContext, { kind, number }: OpeningBalance): void => {
  const { tx } = context
  if (tx.value('SELECT 1 FROM document WHERE kind = ? AND number = ?', [kind, number]) !== undefined)
    throw new Refusal('number_in_use', { number }, 'number')
  if (isVoidNumber(number))
    throw new Refusal('number_of_series', { number, what: 'a void', sign: 'ends in /V' }, 'number')
  const like = numbersLike(tx, kind, number).find((other) => !context.isMeantApart(number, other))
  if (like !== undefined) throw new Refusal('looks_like', { code: number, like }, 'number')
}
