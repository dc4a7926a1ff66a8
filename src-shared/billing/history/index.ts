import type { z } from 'zod'
import type { PostedDocument } from '../../kit/posted.ts'
import type { EntryTexts, FieldsOf, WordsOf } from '../../kit/history.ts'
import { currencyIn, none, yesNo } from '../../kit/history.ts'
import { count, numbersOf, quoted, settling } from '../../kit/history-texts.ts'
import type { billingContract } from '../contract/index.ts'
import { describeSchedule, type Schedule } from '../rules/schedule.ts'

type Recurring = Omit<
  z.output<(typeof billingContract)['recurring.save']['input']>,
  'existing' | 'commandUid' | 'draftUid'
>

interface Billed {
  readonly input: { readonly customerId: number; readonly documentDate: string; readonly reference: string }
  readonly output: Pick<PostedDocument, 'id' | 'total' | 'dueDate'>
}

const posted = ({ input, output }: Billed, texts: EntryTexts): string =>
  `${texts.document(output.id)} of ${texts.amount(Math.abs(output.total), texts.currencyOf(output.id))} posted for ${texts.customer(input.customerId)}, ${texts.date(input.documentDate)}`

const billed = (entry: Billed, texts: EntryTexts): string =>
  `${posted(entry, texts)}, due ${texts.date(entry.output.dueDate)}${quoted('reference', entry.input.reference)}`

type Lines = Recurring['lines']

const recurring = {
  name: { title: 'name' },
  customerId: { title: 'customer', text: (id: number, texts) => texts.customer(id) },
  schedule: { title: 'due', text: (schedule: Schedule) => describeSchedule(schedule) },
  currency: { title: 'currency' },
  termsId: {
    title: 'terms',
    text: (id: number | null, texts) => (id === null ? 'the customer’s' : texts.terms(id)),
  },
  reference: { title: 'reference', text: none },
  memo: { title: 'memo', text: none },
  pricesIncludeTax: { title: 'prices include tax', text: yesNo },
  lines: {
    title: 'lines',
    text: (lines: Lines, texts) =>
      none(
        lines
          .map(
            ({ quantity, description, unitPrice }) =>
              `${texts.decimal(quantity)} ${description} at ${texts.price(unitPrice)}`,
          )
          .join('; '),
      ),
  },
  documentDiscount: {
    title: 'discount',
    text: (discount: Recurring['documentDiscount'], texts, whole) => {
      if (discount === null) return 'none'
      return discount.kind === 'percent'
        ? `${texts.decimal(discount.percent)}%`
        : texts.amount(discount.amount, currencyIn(whole, texts))
    },
  },
  toleranceMost: {
    title: 'tolerance at most',
    text: (most: number | null, texts, whole) =>
      most === null ? 'the company’s' : texts.amount(most, currencyIn(whole, texts)),
  },
} satisfies FieldsOf<Recurring>

type Occurrences = { readonly input: { readonly occurrences: readonly { readonly recurringId: number }[] } }

const eachOf = ({ input }: Occurrences) =>
  [...new Set(input.occurrences.map(({ recurringId }) => recurringId))].map((id) => ({
    kind: 'recurring' as const,
    id,
  }))

const daysOf = ({ input }: Occurrences, texts: EntryTexts): string => {
  const [first] = input.occurrences
  const rest = input.occurrences.length - 1
  return first === undefined
    ? ''
    : `${texts.recurring(first.recurringId)}${rest === 0 ? '' : ` and ${count(rest, 'more day')}`}`
}

/** What each of this module's commands did, in words. */
export const billingHistory: WordsOf<typeof billingContract> = {
  'invoices.post': { title: 'Post invoice', say: billed },
  'debitNotes.post': { title: 'Post debit note', say: billed },
  'creditNotes.post': {
    title: 'Post credit note',
    say: (entry, texts) => `${posted(entry, texts)}${settling(entry.input.applications, texts)}`,
  },
  'creditNotes.postFromInvoice': {
    title: 'Credit a document',
    say: ({ input, output }, texts) =>
      `${texts.document(output.id)} of ${texts.amount(Math.abs(output.total), texts.currencyOf(output.id))} credits ${input.lines === null ? 'all that is left of' : 'lines of'} ${texts.document(input.invoiceId)}, ${texts.date(input.documentDate)}`,
  },
  'openingBalances.post': {
    title: 'Enter opening balances',
    say: ({ output }) => `${count(output.documents.length, 'opening balance')} posted: ${numbersOf(output.documents)}`,
  },
  'recurring.save': {
    title: 'Save recurring invoice',
    say: ({ input }, texts) =>
      `Recurring invoice ${input.name} for ${texts.customer(input.customerId)} ${input.existing === null ? 'added' : 'changed'}`,
    about: ({ output }) => [{ kind: 'recurring', id: output.id }],
    fields: recurring,
  },
  'recurring.setPaused': {
    title: 'Pause recurring invoice',
    say: ({ input }, texts) => `Recurring invoice ${texts.recurring(input.id)} ${input.paused ? 'paused' : 'resumed'}`,
    about: ({ input }) => [{ kind: 'recurring', id: input.id }],
  },
  'recurring.end': {
    title: 'End recurring invoice',
    say: ({ input }, texts) => `Recurring invoice ${texts.recurring(input.id)} ended`,
    about: ({ input }) => [{ kind: 'recurring', id: input.id }],
  },
  'recurring.post': {
    title: 'Bill recurring invoices',
    say: ({ output }) =>
      `${count(output.documents.length, 'recurring invoice')} billed: ${numbersOf(output.documents)}`,
    about: eachOf,
  },
  'recurring.skip': {
    title: 'Skip days of recurring invoices',
    say: (entry, texts) =>
      `${count(entry.output.skipped, 'day')} of recurring invoices skipped: ${daysOf(entry, texts)}`,
    about: eachOf,
  },
  'recurring.restore': {
    title: 'Restore skipped days',
    say: (entry, texts) => `${count(entry.output.restored, 'skipped day')} due again: ${daysOf(entry, texts)}`,
    about: eachOf,
  },
}
