import type { FieldsOf } from '../../kit/history.ts'
import { none, yesNo } from '../../kit/history.ts'
import type { CompanyProfile, CompanySettings } from '../contract/company.ts'

type Letterhead = Pick<CompanyProfile, 'name' | 'address' | 'phone' | 'email' | 'taxNumber'>

const oneLine = (text: string): string => none(text.replaceAll('\n', ', '))

const words = (choices: Readonly<Record<string, string>>) => (choice: string) => choices[choice] ?? choice

/** What is changed of the company, by field, with its settings beside its letterhead. */
export const companyFields = {
  name: { title: 'name' },
  address: { title: 'address', text: oneLine },
  phone: { title: 'phone', text: oneLine },
  email: { title: 'email', text: oneLine },
  taxNumber: { title: 'tax number', text: oneLine },
  agingBasis: { title: 'aging by', text: words({ due_date: 'due date', document_date: 'document date' }) },
  agingEdges: { title: 'aging buckets', text: (edges: readonly number[]) => edges.join(', ') },
  agingCredits: {
    title: 'credits in the aging',
    text: words({ own_column: 'in their own column', by_date: 'by date' }),
  },
  taxRounding: { title: 'tax rounded per', text: words({ line: 'line', document: 'document' }) },
  defaultTaxCodeId: {
    title: 'default tax code',
    text: (id: number | null, texts) => (id === null ? 'none' : texts.taxCode(id)),
  },
  pricesIncludeTax: { title: 'prices include tax', text: yesNo },
  dateOrder: {
    title: 'dates',
    text: words({ mdy: 'month, day, year', dmy: 'day, month, year', ymd: 'year, month, day' }),
  },
  decimalMark: { title: 'decimal mark', text: words({ '.': 'point', ',': 'comma' }) },
  negativeStyle: { title: 'negative amounts', text: words({ minus: 'with a minus', parentheses: 'in parentheses' }) },
  digitGrouping: { title: 'digits grouped', text: words({ thousands: 'by thousands', indian: 'as in India' }) },
  discountReducesTax: { title: 'early payment discount reduces tax', text: yesNo },
  writeOffReducesTax: { title: 'write-off reduces tax', text: yesNo },
  discountGraceDays: { title: 'discount grace days', text: String },
  creditLimitPolicy: {
    title: 'over the credit limit',
    text: words({ warn: 'warn', ask: 'ask a supervisor', block: 'refuse' }),
  },
  tolerancePercent: { title: 'tolerance', text: (percent: number, texts) => `${texts.decimal(percent)}%` },
  toleranceMost: {
    title: 'tolerance at most',
    text: (most: number, texts) => texts.amount(most, texts.baseCurrency),
  },
  cashRounding: {
    title: 'rounding to the smallest coin',
    text: words({ off: 'none', cash: 'cash payments', document: 'documents' }),
  },
  cashRoundingStep: {
    title: 'smallest coin',
    text: (step: number, texts) => texts.amount(step, texts.baseCurrency),
  },
  roundingAccountId: {
    title: 'account for roundings',
    text: (id: number | null, texts) => (id === null ? 'the usual one' : texts.account(id)),
  },
  statementMessage: { title: 'message on statements', text: oneLine },
  backupWarningDays: { title: 'days until Home warns of an old backup', text: String },
} satisfies FieldsOf<Letterhead & CompanySettings>
