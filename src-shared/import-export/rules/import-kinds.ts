import { plainCode } from '../../domain/text/look-alike.ts'

/** What a row of a file is. A payment is money received that names no invoice. */
export const importKinds = ['invoice', 'credit_note', 'payment'] as const
export type ImportKind = (typeof importKinds)[number]

/** What a document type says of its row; `signed` leaves it to the sign of the amount, as a journal does. */
type TypeMeaning = ImportKind | 'signed'

// Words and short codes of document types, lower case without spaces and signs: of QuickBooks, Xero, Sage, SAP, Dynamics.
const WORDS: Readonly<Record<TypeMeaning, string>> = {
  invoice:
    'invoice inv in i si salesinvoice customerinvoice arinvoice taxinvoice bill rv dr rn ri accrec debit debitmemo debitnote debitadjustment dm d ' +
    's financecharge financechargememo fi fc nc reminder rechnung re salestaxinvoice chargeback statementcharge',
  credit_note:
    'credit creditmemo creditnote salescreditnote salescreditmemo arcreditnote arcreditmemo creditmemorefund cm cn c sc h cr dg salescredit accreccredit creditadjustment ' +
    'gutschrift gs salesreturn return',
  payment:
    'payment pmt pay pa pp dz sa p receipt rct salesreceipt customerpayment paymentreceipt deposit prepayment ' +
    'accrecoverpayment accrecprepayment salesoverpayment salesprepayment overpayment zahlung unappliedcash unappliedcashpayment paymentonaccount',
  signed: 'journal journalentry generaljournal gj jnl je ab sk openingbalance opening balance adjustment',
}

const MEANINGS: ReadonlyMap<string, TypeMeaning> = new Map(
  (Object.keys(WORDS) as TypeMeaning[]).flatMap((meaning) =>
    WORDS[meaning].split(' ').map((word) => [word, meaning] as const),
  ),
)

const wordOf = (type: string): string =>
  plainCode(type)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** What a document type means; null for a word that is not known. A blank one leaves it to the sign. */
export const meaningOfType = (type: string): TypeMeaning | null =>
  wordOf(type) === '' ? 'signed' : (MEANINGS.get(wordOf(type)) ?? null)

export const isKnownType = (type: string): boolean => meaningOfType(type) !== null

/**
 * What a row is, by its type and the sign of its amount. Files write credits with a minus or without: a type that says
 * credit decides alone; a minus under a type that says invoice lowers what is owed and is a credit.
 */
export function kindOf(meaning: TypeMeaning, isNegative: boolean): ImportKind {
  if (meaning === 'credit_note' || meaning === 'payment') return meaning
  return isNegative ? 'credit_note' : 'invoice'
}
