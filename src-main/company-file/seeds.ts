import type { SeriesKind } from '../../src-shared/domain/documents.ts'
import type { CompanySettings } from '../../src-shared/company/contract/company.ts'
import type { LimitedRole, LimitedAct, ReasonKind } from '../../src-shared/company/contract/policies.ts'
import type { AccountRole, AccountType } from '../../src-shared/company/contract/setup.ts'
import type { PaymentTerms } from '../../src-shared/company/rules/terms/terms.ts'

/** What a new company begins with. All of it is the company's to change. */

/** Each is a setting of the company. */
export const defaultSettings: CompanySettings = {
  agingBasis: 'due_date',
  agingEdges: [30, 60, 90],
  agingCredits: 'own_column',
  taxRounding: 'line',
  pricesIncludeTax: false,
  dateOrder: 'mdy',
  decimalMark: '.',
  negativeStyle: 'minus',
  digitGrouping: 'thousands',
  discountReducesTax: true,
  writeOffReducesTax: false,
  discountGraceDays: 0,
  creditLimitPolicy: 'warn',
  tolerancePercent: 1_000_000,
  toleranceMost: 100,
  cashRounding: 'off',
  cashRoundingStep: 5,
  roundingAccountId: null,
  defaultTaxCodeId: null,
  statementMessage: 'Thank you for your business.',
  backupWarningDays: 7,
}

/** With their roles, in the order of their keys. */
export const accounts: readonly (readonly [code: string, name: string, type: AccountType, role: AccountRole])[] = [
  ['1000', 'Bank', 'asset', 'bank'],
  ['1010', 'Undeposited funds', 'asset', 'undeposited_funds'],
  ['1200', 'Accounts receivable', 'asset', 'receivable'],
  ['2200', 'Sales tax payable', 'liability', 'tax'],
  ['3900', 'Opening balance equity', 'equity', 'opening_balance'],
  ['4000', 'Sales', 'income', 'sales'],
  ['4900', 'Discounts given', 'income', 'discount_given'],
  ['6100', 'Bad debts and write-offs', 'expense', 'write_off'],
  ['7900', 'Exchange gain or loss', 'income', 'exchange'],
  ['4800', 'Finance charges and late fees', 'income', 'finance_charge'],
  ['6200', 'Bank charges', 'expense', 'bank_charge'],
  ['7910', 'Unrealised exchange gain or loss', 'income', 'unrealised_exchange'],
  ['2300', 'Unidentified receipts', 'liability', 'unidentified_receipts'],
  ['6130', 'Rounding differences', 'expense', 'rounding'],
  ['1290', 'Exchange clearing', 'asset', 'exchange_clearing'],
]

const plain = { discount: null, graceDays: 0 } as const
export const terms: readonly (readonly [code: string, name: string, rule: PaymentTerms])[] = [
  ['NET30', 'Net 30 days', { kind: 'net', days: 30, ...plain }],
  ['NET15', 'Net 15 days', { kind: 'net', days: 15, ...plain }],
  ['NET60', 'Net 60 days', { kind: 'net', days: 60, ...plain }],
  ['DUE', 'Due on receipt', { kind: 'net', days: 0, ...plain }],
  [
    '2-10-30',
    '2% 10 days, net 30',
    { kind: 'net', days: 30, discount: { percent: 2_000_000, days: 10 }, graceDays: 0 },
  ],
  ['EOM', 'End of month', { kind: 'end_of_month', months: 0, days: 0, ...plain }],
  ['PROX10', '10th of next month', { kind: 'proximo', dayOfMonth: 10, cutoffDay: 25, ...plain }],
]

/** What numbers of each kind begin with. */
export const prefixes: Readonly<Record<SeriesKind, string>> = {
  invoice: 'INV-',
  credit_note: 'CRN-',
  debit_note: 'DBN-',
  finance_charge: 'FIN-',
  receipt: 'RCT-',
  refund: 'RFD-',
  adjustment: 'ADJ-',
  unidentified_receipt: 'UNR-',
}

/** What bears it: the account of a role, that of the reason before of a kind, or one of its own. */
export type Bearer =
  | { readonly role: AccountRole }
  | { readonly like: ReasonKind }
  | readonly [code: string, name: string, type: AccountType]

export const reasons: readonly (readonly [code: string, name: string, kind: ReasonKind, bearer: Bearer])[] = [
  ['WRITEOFF', 'Write-off', 'write_off', { role: 'write_off' }],
  ['BADDEBT', 'Bad debt', 'bad_debt', ['6110', 'Bad debts', 'expense']],
  ['ALLOWANCE', 'Allowance', 'allowance', ['4910', 'Allowances', 'income']],
  ['SMALL', 'Small balance', 'small_balance', ['6120', 'Small balances written off', 'expense']],
  // Why customers deduct.
  ['DAMAGED', 'Damaged goods', 'allowance', { like: 'allowance' }],
  ['SHORTAGE', 'Short delivery', 'allowance', { like: 'allowance' }],
  ['PRICING', 'Price difference', 'allowance', { like: 'allowance' }],
  ['FREIGHT', 'Freight', 'allowance', { like: 'allowance' }],
  ['ADVERT', 'Advertising share', 'allowance', { like: 'allowance' }],
]

/** In minor units of the company's currency; null is no limit. */
export const limits: Readonly<Record<LimitedRole, Readonly<Record<LimitedAct, number | null>>>> = {
  clerk: { write_off: 10_000, credit: 10_000, late_discount: 10_000, refund: 0 },
  supervisor: { write_off: null, credit: null, late_discount: null, refund: null },
}
