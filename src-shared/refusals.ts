import { refusals as billing, warnings as billingWarnings } from './billing/messages/refusals.ts'
import { memos as cashMemos, refusals as cash, warnings as cashWarnings } from './cash/messages/refusals.ts'
import { refusals as financeCharges } from './finance-charges/messages/refusals.ts'
import { refusals as company, warnings as companyWarnings } from './company/messages/refusals.ts'
import { memos as currencyMemos, refusals as currency } from './currency/messages/refusals.ts'
import { refusals as customers } from './customers/messages/refusals.ts'
import { refusals as documents, warnings as documentsWarnings } from './documents/messages/refusals.ts'
import type { ApprovableCode, RefusalCode, RefusalMessage, Refusals } from './kit/refusal.ts'
import { refusals as kit } from './kit/refusals.ts'
import { filledIn } from './kit/sentence.ts'
import type { GeneratedMemo, Memos } from './kit/memo.ts'
import type { Warning, Warnings } from './kit/warning.ts'
import { memos as ledgerMemos, refusals as ledger, warnings as ledgerWarnings } from './ledger/messages/refusals.ts'
import { memos as importExportMemos, refusals as importExport } from './import-export/messages/refusals.ts'

/** The sentences by who declares them. A test sees to it that no two claim one code. */
export const declaredRefusals = {
  kit,
  company,
  ledger,
  customers,
  cash,
  billing,
  'finance-charges': financeCharges,
  currency,
  documents,
  'import-export': importExport,
} as const

const sentences: Refusals = {
  ...kit,
  ...company,
  ...ledger,
  ...customers,
  ...cash,
  ...billing,
  ...financeCharges,
  ...currency,
  ...documents,
  ...importExport,
}

export const refusalCodes = Object.keys(sentences) as readonly RefusalCode[]

/** The sentence a clerk reads for a refusal. It names what is wrong and the remedy. */
export const describeRefusal = ({ code, params }: RefusalMessage): string => {
  const declared = sentences[code]
  return filledIn(typeof declared === 'object' ? declared.approvable : declared, params)
}

/** Whether a supervisor can let it pass. */
export const isApprovable = (code: RefusalCode): code is ApprovableCode => typeof sentences[code] === 'object'

/** The warnings by who declares them. */
export const declaredWarnings = {
  company: companyWarnings,
  ledger: ledgerWarnings,
  cash: cashWarnings,
  billing: billingWarnings,
  documents: documentsWarnings,
} as const

const warnings: Warnings = {
  ...companyWarnings,
  ...ledgerWarnings,
  ...cashWarnings,
  ...billingWarnings,
  ...documentsWarnings,
}

/** The sentence a clerk reads for a warning. */
export const describeWarning = ({ code, params }: Warning): string => filledIn(warnings[code], params)

/** The memos by who declares them. */
export const declaredMemos = {
  ledger: ledgerMemos,
  cash: cashMemos,
  currency: currencyMemos,
  'import-export': importExportMemos,
} as const

const memos: Memos = { ...ledgerMemos, ...cashMemos, ...currencyMemos, ...importExportMemos }

/** What the clerk wrote of a document, and what a command says of it or of a posting. */
export const memoText = ({
  memo,
  generatedMemo,
}: {
  readonly memo: string
  readonly generatedMemo: GeneratedMemo | null
}): string =>
  [memo, generatedMemo === null ? '' : filledIn(memos[generatedMemo.code], generatedMemo.params)]
    .filter((text) => text !== '')
    .join(' ')
