import { z } from 'zod'
import type { CalendarDate } from '../../domain/dates/calendar.ts'
import {
  currency,
  date,
  documentCurrency,
  id,
  memo,
  percent,
  positive,
  positiveOrZero,
  rate,
} from '../../kit/fields.ts'
import type { PostedDocument } from '../../kit/posted.ts'
import type { LateCharge } from '../../ledger/contract/late-charges.ts'
import { command, output, report } from '../../kit/operation.ts'
import { postingRefusals } from '../../ledger/messages/refusals.ts'

/** What one late item is charged. Minor units of its currency. */
export interface ProposedItemCharge {
  readonly documentId: number
  readonly number: string
  readonly dueDate: CalendarDate
  readonly overdue: number
  /** Charged are the days after `after` through `until`; `days` of them were late. */
  readonly after: CalendarDate
  readonly until: CalendarDate
  readonly days: number
  readonly interest: number
  readonly fee: number
  /** What of the overdue amount the payer's unapplied credits would settle, the items due first before the others. */
  readonly covered: number
}

/** What one customer is charged in one currency; becomes one document. */
export interface ProposedCharge {
  readonly customerId: number
  readonly code: string
  readonly name: string
  readonly currency: string
  /** No rate of its currency is known for that day: the fee is left out, and nothing can be posted without a rate. */
  readonly lacksRate: boolean
  readonly items: readonly ProposedItemCharge[]
  /** Unapplied credits of the customer, and of all with the same payer, as of the day; prepayments are left out. */
  readonly unapplied: number
  readonly interest: number
  readonly fee: number
  readonly total: number
}

/** A finance charge that would come to another figure now. */
export interface OutdatedCharge {
  readonly id: number
  readonly number: string
  readonly date: CalendarDate
  readonly customerId: number
  readonly code: string
  readonly name: string
  readonly currency: string
  /** What it has open. */
  readonly open: number
  /** Each with what a credit note would take back of it; 0 where it was charged too little, or nothing is left. */
  readonly items: readonly (LateCharge & { readonly credit: number })[]
  /** What a credit note would take back of all of them. */
  readonly credit: number
}

/** Finance charges named in one call. */
const CHARGES_MOST = 500

const rules = {
  /** The last day charged; the charge is dated on it. */
  asOf: date,
  /** Percent a year, in millionths. */
  annualRate: percent,
  /**
   * A flat late fee, once for each late item, in minor units of the company's currency; a customer billed in another one
   * is charged what it comes to at the rate of the day.
   */
  fee: positiveOrZero,
  /** Items settled late on or after this day are charged too; null charges open items only. */
  settledSince: date.nullable().default(null),
}

export const financeCharges = {
  /** What could be charged as of a day. Disputed and held items are left out, and so are finance charges themselves. */
  'financeCharges.propose': report(
    {
      ...rules,
      customerId: id.nullable().default(null),
      /** In place of the table's rates of the day, as they will be sent with the charges. */
      rates: z.array(z.strictObject({ currency, rate })).max(200).default([]),
    },
    { output: output<readonly ProposedCharge[]>(), refusals: ['cancelled'] },
  ),
  /** Posts what was proposed, one document for a customer and currency; refused when a total is no longer what the clerk saw. */
  'financeCharges.post': command(
    {
      ...rules,
      memo,
      charges: z
        .array(z.strictObject({ customerId: id, currency: documentCurrency, total: positive, rate }))
        .min(1)
        .max(2000),
      draftUid: z.uuid().nullable().default(null),
    },
    {
      office: 'together',
      giveWay: 'never',
      output: output<{ readonly documents: readonly Omit<PostedDocument, 'warnings'>[] }>(),
      long: true,
      refusals: [...postingRefusals, 'proposal_changed', 'rate_missing', 'cancelled'],
    },
  ),
  /** Finance charges that their items' payments as they are now would make another figure; null looks at all. */
  'financeCharges.outdated': report(
    { ids: z.array(id).max(CHARGES_MOST).nullable().default(null) },
    { output: output<readonly OutdatedCharge[]>(), refusals: ['cancelled'] },
  ),
  /**
   * Credits what finance charges charge too much by now, a credit note each, applied to what the charge has open. Refused
   * when what is too much is no longer what the clerk saw.
   */
  'financeCharges.credit': command(
    {
      date,
      memo,
      charges: z
        .array(z.strictObject({ id, total: positive }))
        .min(1)
        .max(CHARGES_MOST),
    },
    {
      office: 'together',
      giveWay: 'never',
      output: output<{
        readonly documents: readonly (Omit<PostedDocument, 'warnings'> & {
          readonly applied: number
          readonly unapplied: number
        })[]
      }>(),
      refusals: [
        ...postingRefusals,
        'document_not_found',
        'not_a_finance_charge',
        'already_void',
        'credit_too_early',
        'proposal_changed',
      ],
    },
  ),
}
