import type { ParsedInput } from '../../../../src-shared/contract.ts'
import type { RecurringBody } from '../../../../src-shared/billing/contract/recurring.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { formatDate } from '../../../../src-shared/domain/dates/date-text.ts'
import { placeholders, unknownPlaceholder } from '../../../../src-shared/customers/rules/placeholders.ts'
import { hasSameRhythm, scheduleProblem, type Schedule } from '../../../../src-shared/billing/rules/schedule.ts'
import { companyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'
import { recurringRecord, type Recurring } from '../../queries/recurring/record.ts'
import { settledDays } from '../../queries/recurring/settled.ts'
import { billEntered } from '../any-document/entered.ts'
import { loadTerms } from '../any-document/invoice.ts'
import { loadCustomer } from '../../../ledger/facts/customer.ts'
import { deleteDraft } from '../../../ledger/facts/drafts.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertFresh } from '../../../company/commands/records/fresh-version.ts'
import { codeIn, decimalText, priceText } from '../../../company/commands/records/value-text.ts'

const linesText = (lines: Entered['lines']): string =>
  lines.map((line) => `${decimalText(line.quantity)} ${line.description} at ${priceText(line.unitPrice)}`).join(', ')

type Entered = Omit<ParsedInput<'recurring.save'>, 'commandUid'>

/** Makes a recurring invoice or changes one. What its days due became stays; a changed rhythm begins after them. */
export const saveRecurring: CommandHandler<'recurring.save'> = (context, input) => {
  const { tx, newUid, newId } = context
  const { existing, name, customerId, schedule, draftUid, ...template } = input
  assertUsable(tx, input)
  // A refusal below takes it back.
  deleteDraft(tx, draftUid)
  // It stays in this currency, whatever becomes of the customer's.
  const body = { ...template, currency: template.currency ?? loadCustomer(tx, customerId).currency }
  const values = { name, customerId, body: JSON.stringify(body), schedule: JSON.stringify(schedule) }
  if (existing === null) {
    const id = newId('recurring_invoice')
    tx.run(
      `INSERT INTO recurring_invoice (id, uid, name, customer_id, body, schedule)
       VALUES (:id, :uid, :name, :customerId, :body, :schedule)`,
      { id, uid: newUid(), ...values },
    )
    return { id, version: 1 }
  }
  const stored = recurringRecord(tx, existing.id, 'existing.id')
  const entered = { name, customerId, schedule, ...body }
  assertFresh(
    context,
    stored.name,
    existing.version,
    entered,
    { ...stored, ...stored.body },
    {
      customerId: codeIn(tx, 'customer'),
      termsId: codeIn(tx, 'terms'),
      lines: linesText,
    },
  )
  assertBeginsLater(tx, stored, schedule)
  tx.run(
    `UPDATE recurring_invoice SET name = :name, customer_id = :customerId, body = :body, schedule = :schedule,
       version = version + 1 WHERE id = :id`,
    { id: existing.id, ...values },
  )
  return { id: existing.id, version: existing.version + 1 }
}

/** Refuses now what could not be billed later. A hold or a limit may have passed by then: billing asks for those. */
const assertUsable = (db: Readable, { customerId, schedule, ...body }: Entered): void => {
  const problem = scheduleProblem(schedule)
  if (problem !== null) {
    throw new Refusal('schedule_invalid', { problem: SCHEDULE_PROBLEMS[problem.kind] }, `schedule.${problem.path}`)
  }
  const customer = loadCustomer(db, customerId)
  if (body.termsId !== null) loadTerms(db, body.termsId)
  billEntered(db, body, body.currency ?? customer.currency, companyRules(db), 1)
  for (const [path, text] of textsOf(body)) {
    const word = unknownPlaceholder(text)
    const known = placeholders.map((each) => `{${each}}`).join(', ')
    if (word !== null) throw new Refusal('placeholder_unknown', { word, known }, path)
  }
}

const SCHEDULE_PROBLEMS = {
  first_date_on_another_day:
    'its first date is not on the day of the month chosen; choose that day or another first date',
  ends_before_first: 'it ends before its first date; enter a later end',
} as const

const textsOf = ({ reference, memo, lines }: Pick<RecurringBody, 'reference' | 'memo' | 'lines'>) =>
  [
    ['reference', reference],
    ['memo', memo],
    ...lines.map(({ description }, index) => [`lines.${index}.description`, description] as const),
  ] as const

/** Days of another rhythm would be due again beside those that were billed. */
const assertBeginsLater = (db: Readable, stored: Recurring, schedule: Schedule): void => {
  if (hasSameRhythm(stored.schedule, schedule)) return
  const through = [...settledDays(db, stored.id, schedule.firstDate).keys()].at(-1)
  if (through === undefined) return
  throw new Refusal('schedule_overlaps', { through: formatDate(through, 'text') }, 'schedule.firstDate')
}
