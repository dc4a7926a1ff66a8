import type { PostedDocument } from '../../../../src-shared/kit/posted.ts'
import type { ParsedInput } from '../../../../src-shared/contract.ts'
import { recurringBody, type RecurringBody } from '../../../../src-shared/billing/contract/recurring.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { fillPlaceholders, type BilledPeriod } from '../../../../src-shared/customers/rules/placeholders.ts'
import { periodFrom } from '../../../../src-shared/billing/rules/schedule.ts'
import type { Recurring } from '../../queries/recurring/record.ts'
import { companyRules } from '../../../company/facts/company.ts'
import { creditLimitOfRun, type CreditCheck } from '../any-document/credit-limit.ts'
import { bill } from '../any-document/invoice.ts'
import { refusedAt } from '../any-document/refused-at.ts'
import type { CommandContext, CommandHandler } from '../../../kernel/command-handler.ts'
import { assertDue, insertOccurrence, loadOccurrence } from './occurrence.ts'

type Chosen = ParsedInput<'recurring.post'>['occurrences'][number]

/**
 * Bills each chosen day as an invoice of its own. All or nothing: a refusal names the one at fault by its path. A customer's
 * credit limit is asked about once, with all that the run bills.
 */
export const postRecurring: CommandHandler<'recurring.post'> = (context, { occurrences }) => {
  const documents: PostedDocument[] = []
  const limits = creditLimitOfRun()
  for (const [index, chosen] of occurrences.entries()) {
    context.checkCancelled()
    context.progress(index, occurrences.length)
    documents.push(postOne(context, chosen, `occurrences.${index}`, limits.check))
  }
  const warned = limits.assertAll(context, companyRules(context.tx), (at) => `occurrences.${at}`)
  context.progress(occurrences.length, occurrences.length)
  return {
    documents: documents.map((posted, at) => ({
      ...posted,
      warnings: [...posted.warnings, ...(warned.get(at) ?? [])],
    })),
  }
}

const postOne = (context: CommandContext, chosen: Chosen, path: string, check: CreditCheck): PostedDocument => {
  const { recurring, settled } = loadOccurrence(context, chosen, path)
  assertDue(recurring, chosen.dueOn, settled, path)
  if (recurring.paused) throw new Refusal('recurring_paused', { name: recurring.name }, `${path}.recurringId`)
  const body = filledIn(recurring, periodFrom(recurring.schedule, chosen.dueOn), path)
  const { documentDate, rate } = chosen
  const input = { ...body, customerId: recurring.customerId, documentDate, rate, dueDate: null, draftUid: null }
  const posted = refusedAt(path, () => bill(context, 'invoice', input, check))
  insertOccurrence(context, chosen, 'billed', posted.id)
  return posted
}

/** The invoice's texts with their placeholders filled in, held against the contract again: they may have grown too long. */
const filledIn = ({ name, body }: Recurring, period: BilledPeriod, path: string): RecurringBody => {
  const filled = recurringBody.safeParse({
    ...body,
    reference: fillPlaceholders(body.reference, period),
    memo: fillPlaceholders(body.memo, period),
    lines: body.lines.map((line) => ({ ...line, description: fillPlaceholders(line.description, period) })),
  })
  if (filled.success) return filled.data
  const field = filled.error.issues[0]?.path.map(String).join(' ') ?? ''
  throw new Refusal('recurring_unusable', { name, field }, path)
}
