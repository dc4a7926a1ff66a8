import { useState } from 'react'
import type { DocumentView } from '../../../src-shared/ledger/contract/documents.ts'
import { HoldDialog } from '../../customers/customer/HoldDialog.tsx'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useAction } from '../../keyboard/use-action.ts'

/** Something is left to pay of it. */
export const owes = ({ status, open }: Pick<DocumentView, 'status' | 'open'>): boolean => status === 'open' && open > 0

/** What can be done about what a document leaves open; the rarer of it stands in the menu beside. */
export function MoneyActions({ document }: { readonly document: DocumentView }) {
  const { id: documentId, kind, customerId, status, open, hold, number } = document
  const navigator = useNavigator()
  const [isHolding, setIsHolding] = useState(false)
  const isOwed = owes(document)
  const isCredit = status === 'open' && open < 0
  const canHold = isOwed || hold !== null
  const of = (concerned: boolean) => ({ customerId, ...(concerned ? { documentId } : {}) })
  useAction('item.hold', () => setIsHolding(true), { enabled: canHold })
  useAction('adjustment.new', () => navigator.go({ screen: 'adjustment', ...of(isOwed) }))
  useAction('refund.new', () => navigator.go({ screen: 'refund', ...of(isCredit) }))
  const canReturn = kind === 'receipt' && (status === 'open' || status === 'closed')
  useAction('payment.returned', () => navigator.go({ screen: 'returnedPayment', ...(canReturn ? { documentId } : {}) }))
  return (
    <>
      {isCredit && <ActionButton action="refund.new" label="Refund" />}
      {canReturn && <ActionButton action="payment.returned" label="Returned" />}
      {isHolding && (
        <HoldDialog
          item={{ documentId, number, hold }}
          reason={document.heldBy?.reason ?? ''}
          onClose={() => setIsHolding(false)}
        />
      )}
    </>
  )
}
