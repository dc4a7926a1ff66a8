import { memoText } from '../../../src-shared/refusals.ts'
import type { ReactNode } from 'react'
import type { DocumentView } from '../../../src-shared/ledger/contract/documents.ts'
import { unappliedName } from '../../../src-shared/domain/documents.ts'
import { quoteLabel, quoteOf } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import type { ApprovedAct } from '../../../src-shared/company/contract/people.ts'
import { rateDigits } from '../../entry/exchange-rate.ts'
import type { Format } from '../../ui/conventions.tsx'
import type { Fact } from '../../ui/FactLine.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { billedOf, isCredit } from './billed.ts'
import { instantText } from './posting-columns.tsx'

const methodName = { check: 'Check', transfer: 'Transfer', card: 'Card', cash: 'Cash', other: 'Other' } as const

/** The head of the document, without what is empty. */
export function documentFacts(document: DocumentView, format: Format): readonly Fact[] {
  const facts: readonly (Fact | null)[] = [
    { label: 'Date', value: format.dateWithDay(document.documentDate) },
    isCredit(document) || document.status === 'reversal'
      ? null
      : { label: 'Due', value: format.dateWithDay(document.dueDate) },
    textFact('Terms', document.termsName),
    document.offeredDiscount === null
      ? null
      : {
          label: 'Early discount',
          value: `${format.amount(document.offeredDiscount.amount, document.currency)} until ${format.date(document.offeredDiscount.until)}`,
        },
    document.method === null ? null : { label: 'Method', value: methodName[document.method] },
    textFact(document.method === 'check' ? 'Check number' : 'Reference', document.reference),
    textFact(document.kind === 'refund' ? 'Paid from' : 'Deposited to', document.depositAccount),
    textFact('Not applied', document.unappliedAs === null ? null : unappliedName[document.unappliedAs]),
    textFact('Reason code', document.reason),
    textFact(document.status === 'reversal' ? 'Reason' : 'Memo', memoText(document)),
  ]
  return facts.filter((fact) => fact !== null)
}

/** Another document that this one names. */
type Named = { readonly id: number; readonly number: string }

/**
 * What it reverses or credits, and the other way round.
 * @param show a number as text on paper, as a way there on screen
 */
export function relatedFacts(document: DocumentView, show: (named: Named) => ReactNode): readonly Fact[] {
  const { reversesId, reversesNumber, reversedById, reversedByNumber, creditsId, creditsNumber } = document
  const fact = (label: string, id: number | null, number: string | null): readonly Fact[] =>
    id === null || number === null ? [] : [{ label, value: show({ id, number }) }]
  return [
    ...fact('Voids', reversesId, reversesNumber),
    ...fact('Voided by', reversedById, reversedByNumber),
    ...(reversesId === null ? fact('Credits', creditsId, creditsNumber) : []),
    ...document.creditedBy.map((note, index) => ({
      label: document.creditedBy.length === 1 ? 'Credited by' : `Credited by (${index + 1})`,
      value: show(note),
    })),
  ]
}

/** Who keeps it out of reminders and finance charges, since when and why: for the clerk, never on paper. */
export function holdFacts({ hold, heldBy }: Pick<DocumentView, 'hold' | 'heldBy'>): readonly Fact[] {
  if (hold === null || heldBy === null) return []
  const by = `by ${heldBy.user}, ${instantText(heldBy.recordedAt)}`
  const value = heldBy.reason === '' ? by : `${heldBy.reason} (${by})`
  return [{ label: hold === 'disputed' ? 'Disputed' : 'Held', value }]
}

/** What it was converted at, as the rate is quoted: an exchange difference is told by it, and tax in the company's currency. */
export const exchangeFacts = (
  { exchange, currency }: Pick<DocumentView, 'exchange' | 'currency'>,
  decimal: '.' | ',',
): readonly Fact[] =>
  exchange === null
    ? []
    : [
        {
          label: quoteLabel(quoteOf(exchange.rate), currency, exchange.baseCurrency),
          value: rateDigits(exchange.rate, decimal),
        },
      ]

/** How little may be missing of a payment: for the clerk, never on paper. */
export const toleranceFacts = (
  { toleranceMost, currency }: Pick<DocumentView, 'toleranceMost' | 'currency'>,
  format: Format,
): readonly Fact[] =>
  toleranceMost === null
    ? []
    : [{ label: 'Tolerance', value: `at most ${format.amount(toleranceMost, currency)} short` }]

/** The batch it was entered in: for the clerk, never on paper. */
export const batchFacts = ({ batch }: Pick<DocumentView, 'batch'>): readonly Fact[] =>
  batch === null ? [] : [{ label: 'Batch', value: batch.isClosed ? `${batch.name}, closed` : batch.name }]

const actName = {
  write_off: 'write-off',
  refund: 'refund',
  credit: 'credit without an invoice',
  late_discount: 'discount outside terms',
  credit_limit: 'credit limit',
  credit_hold: 'credit hold',
  credit_terms: 'credit terms',
  reopen_batch: 'reopening the batch',
} as const satisfies Record<ApprovedAct, string>

/** What supervisors let pass, for the clerk, never on paper. */
export const approvalFacts = ({ approvals }: Pick<DocumentView, 'approvals'>, format: Format): readonly Fact[] =>
  approvals.map(({ supervisor, act, currency, most, amount }) => ({
    label: 'Approved by',
    value: [
      `${supervisor}: ${actName[act]}`,
      ...(amount === null ? [] : [`${format.amount(amount, currency)} ${currency}`]),
      ...(most === null ? [] : [`over ${format.amount(most, currency)}`]),
    ].join(' '),
  }))

const textFact = (label: string, value: string | null): Fact | null =>
  value === null || value === '' ? null : { label, value }

/** The cash that was received or paid back, which the smallest coin makes more or less than what it settles. */
const cashOf = ({ kind, total, rounding }: DocumentView): number =>
  Math.abs(kind === 'refund' ? total + rounding : total - rounding)

/** Its sums, as they were posted. */
export function documentFigures(document: DocumentView, format: Format): readonly Fact[] {
  const { currency, open, documentDiscountPercent: percent } = document
  const percentText = percent === null ? '' : ` ${format.decimal(percent)}%`
  const { taxes, discount, net, total, rounding, includesTax } = billedOf(document)
  const figure = (amount: number) => <Figure amount={amount} currency={currency} />
  const billed: readonly Fact[] = [
    ...(discount === 0 ? [] : [{ label: `Discount${percentText}`, value: figure(-discount) }]),
    ...(taxes.some(({ tax }) => tax !== 0) || discount !== 0 ? [{ label: 'Net', value: figure(net) }] : []),
    ...taxes
      .filter(({ tax }) => tax !== 0)
      .map(({ taxCode, rate, tax }) => ({
        label: `${includesTax ? 'Included tax' : 'Tax'} ${taxCode} ${format.decimal(rate)}%`,
        value: figure(tax),
      })),
    ...(document.lines.length > 0 && rounding !== 0 ? [{ label: 'Rounding', value: figure(rounding) }] : []),
  ]
  // Its cash is more or less than what it settles.
  const inCash: readonly Fact[] =
    document.lines.length > 0 || document.rounding === 0 ? [] : [{ label: 'In cash', value: figure(cashOf(document)) }]
  if (isCredit(document)) {
    return [
      ...billed,
      { label: `${document.lines.length === 0 ? 'Amount' : 'Total'} ${currency}`, value: figure(total) },
      ...inCash,
      { label: 'Applied', value: figure(total + open) },
      { label: 'Unapplied', value: figure(0 - open) },
    ]
  }
  return [
    ...billed,
    { label: `Total ${currency}`, value: figure(total) },
    ...inCash,
    { label: 'Settled', value: figure(total - open) },
    { label: 'Open', value: figure(open) },
  ]
}
