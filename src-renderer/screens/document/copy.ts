import type { DocumentView } from '../../../src-shared/contract/documents.ts'
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

/** An opening balance has no lines, and so nothing that its entry could take over. */
export const canBeCopied = ({ kind, lines }: Pick<DocumentView, 'kind' | 'lines'>): boolean =>
  copyPlace(kind, '') !== null && (kind === 'receipt' || lines.length > 0)
