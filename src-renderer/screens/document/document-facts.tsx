import type { DocumentView } from '../../../src-shared/contract/documents.ts'
import type { Format } from '../../ui/conventions.tsx'
import type { Fact } from '../../ui/FactLine.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { instantText } from './posting-columns.tsx'

const methodName = { check: 'Check', transfer: 'Transfer', card: 'Card', cash: 'Cash', other: 'Other' } as const

/** A receipt or credit note: what it lowers the balance by is shown as a plain figure. */
export const isCredit = ({ total, status }: DocumentView): boolean => total < 0 && status !== 'reversal'

/** The head of the document, without what is empty. */
export function documentFacts(document: DocumentView, format: Format): readonly Fact[] {
  const facts: readonly (Fact | null)[] = [
    { label: 'Date', value: format.dateWithDay(document.documentDate) },
    isCredit(document) || document.status === 'reversal'
      ? null
      : { label: 'Due', value: format.dateWithDay(document.dueDate) },
    textFact('Terms', document.termsName),
    document.method === null ? null : { label: 'Method', value: methodName[document.method] },
    textFact(document.method === 'check' ? 'Check number' : 'Reference', document.reference),
    textFact(document.kind === 'refund' ? 'Paid from' : 'Deposited to', document.depositAccount),
    textFact('Reason code', document.reason),
    textFact(document.status === 'reversal' ? 'Reason' : 'Memo', document.memo),
    textFact('Voids', document.reversesNumber),
    textFact('Voided by', document.reversedByNumber),
  ]
  return facts.filter((fact) => fact !== null)
}

/** Who keeps it out of reminders and finance charges, since when and why: for the clerk, never on paper. */
export function markFacts({ mark, marked }: Pick<DocumentView, 'mark' | 'marked'>): readonly Fact[] {
  if (mark === null || marked === null) return []
  const by = `by ${marked.user}, ${instantText(marked.recordedAt)}`
  const value = marked.reason === '' ? by : `${marked.reason} (${by})`
  return [{ label: mark === 'disputed' ? 'Disputed' : 'Held', value }]
}

const textFact = (label: string, value: string | null): Fact | null =>
  value === null || value === '' ? null : { label, value }

/** Its sums, as they were posted. */
export function documentFigures(document: DocumentView, format: Format): readonly Fact[] {
  const { currency } = document
  const figure = (amount: number) => <Figure amount={amount} currency={currency} />
  if (isCredit(document)) {
    return [
      { label: `Amount ${currency}`, value: figure(0 - document.total) },
      { label: 'Applied', value: figure(document.open - document.total) },
      { label: 'Unapplied', value: figure(0 - document.open) },
    ]
  }
  const taxes = document.taxes.filter(({ tax }) => tax !== 0)
  return [
    ...(taxes.length === 0 ? [] : [{ label: 'Net', value: figure(document.net) }]),
    ...taxes.map(({ taxCode, rate, tax }) => ({
      label: `Tax ${taxCode} ${format.decimal(rate)}%`,
      value: figure(tax),
    })),
    { label: `Total ${currency}`, value: figure(document.total) },
    { label: 'Settled', value: figure(document.total - document.open) },
    { label: 'Open', value: figure(document.open) },
  ]
}
