import type { PostedDocument } from '../../../src-shared/contract/invoices.ts'
import type { ParsedInput } from '../../../src-shared/contract/index.ts'
import { recurringBody, type RecurringBody } from '../../../src-shared/contract/recurring.ts'
import { Refusal } from '../../../src-shared/contract/refusal.ts'
import { fillPlaceholders, type BilledPeriod } from '../../../src-shared/domain/placeholders.ts'
import { periodFrom } from '../../../src-shared/domain/schedule.ts'
import type { Recurring } from '../../queries/recurring/record.ts'
import { bill } from '../billing/invoice.ts'
import type { CommandContext, CommandHandler } from '../handler.ts'
import { assertDue, insertOccurrence, loadOccurrence } from './occurrence.ts'

type Chosen = ParsedInput<'recurring.post'>['occurrences'][number]

/** Bills each chosen day as an invoice of its own. All or nothing: a refusal names the one at fault by its path. */
export const postRecurring: CommandHandler<'recurring.post'> = (context, { occurrences }) => {
  const documents: PostedDocument[] = []
  for (const [index, chosen] of occurrences.entries()) {
    context.checkCancelled()
    context.progress(index, occurrences.length)
    documents.push(postOne(context, chosen, `occurrences.${index}`))
  }
  context.progress(occurrences.length, occurrences.length)
  return { documents }
}

const postOne = (context: CommandContext, chosen: Chosen, path: string): PostedDocument => {
  const { recurring, settled } = loadOccurrence(context, chosen, path)
  assertDue(recurring, chosen.dueOn, settled, path)
  if (recurring.paused) throw new Refusal('recurring_paused', { name: recurring.name }, `${path}.recurringId`)
  const body = filledIn(recurring, periodFrom(recurring.schedule, chosen.dueOn), path)
  const { documentDate, rate } = chosen
  const posted = under(path, () =>
    bill(context, 'invoice', {
      ...body,
      customerId: recurring.customerId,
      documentDate,
      rate,
      dueDate: null,
      draftUid: null,
    }),
  )
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

/** A refusal of the billing names a field of the invoice: say of which. */
const under = <T>(path: string, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal)
      throw new Refusal(error.code, error.params, [path, error.path].filter(Boolean).join('.'))
    throw error
  }
}
