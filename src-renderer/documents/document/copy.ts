import type { DocumentView } from '../../../src-shared/ledger/contract/documents.ts'
import type { DocumentKind } from '../../../src-shared/domain/documents.ts'
import type { Place } from '../../keyboard/places.ts'

/** Where a copy of such a document is entered; null where there is no entry for it. */
export function copyPlace(kind: DocumentKind, draftUid: string): Place | null {
  switch (kind) {
    case 'invoice':
      return { screen: 'invoice', draftUid }
    case 'debit_note':
      return { screen: 'debitNote', draftUid }
    case 'credit_note':
      return { screen: 'creditNote', draftUid }
    case 'receipt':
      return { screen: 'receivePayment', draftUid }
    case 'finance_charge':
    case 'refund':
    case 'adjustment':
      return null
  }
}

type Copied = Pick<DocumentView, 'kind' | 'lines' | 'creditsKind'>

/**
 * An opening balance has no lines, and so nothing that its entry could take over. What a finance charge charged too much is
 * credited by the charge, and has no entry.
 */
export const canBeCopied = ({ kind, lines, creditsKind }: Copied): boolean =>
  copyPlace(kind, '') !== null && creditsKind !== 'finance_charge' && (kind === 'receipt' || lines.length > 0)
