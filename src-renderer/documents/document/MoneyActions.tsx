import { useState } from 'react'
import type { DocumentView } from '../../../src-shared/ledger/contract/documents.ts'
import { MarkDialog } from '../../customers/customer/MarkDialog.tsx'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useAction } from '../../keyboard/use-action.ts'

/** Something is left to pay of it. */
export const owes = ({ status, open }: Pick<DocumentView, 'status' | 'open'>): boolean => status === 'open' && open > 0

/** What can be done about what a document leaves open; the rarer of it stands in the menu beside. */
export function MoneyActions({ document }: { readonly document: DocumentView }) {
  const { id: documentId, kind, customerId, status, open, mark, number } = document
  const navigator = useNavigator()
  const [isMarking, setIsMarking] = useState(false)
  const isOwed = owes(document)
  const isCredit = status === 'open' && open < 0
  const canMark = isOwed || mark !== null
  const of = (concerned: boolean) => ({ customerId, ...(concerned ? { documentId } : {}) })
  useAction('item.mark', () => setIsMarking(true), { enabled: canMark })
  useAction('adjustment.new', () => navigator.go({ screen: 'adjustment', ...of(isOwed) }))
  useAction('refund.new', () => navigator.go({ screen: 'refund', ...of(isCredit) }))
  const canReturn = kind === 'receipt' && (status === 'open' || status === 'closed')
  useAction('payment.returned', () => navigator.go({ screen: 'returnedPayment', ...(canReturn ? { documentId } : {}) }))
  return (
    <>
      {isCredit && <ActionButton action="refund.new" label="Refund" />}
      {canReturn && <ActionButton action="payment.returned" label="Returned" />}
      {isMarking && (
        <MarkDialog
          item={{ documentId, number, mark }}
          reason={document.marked?.reason ?? ''}
          onClose={() => setIsMarking(false)}
        />
      )}
    </>
  )
}
