import { useState } from 'react'
import type { DocumentView } from '../../../src-shared/contract/documents.ts'
import { MarkDialog } from '../../entry/MarkDialog.tsx'
import { ActionButton } from '../../keyboard/ActionButton.tsx'
import { useAction } from '../../keyboard/use-action.ts'

/** What can be done about what a document leaves open. */
export function MoneyActions({ document }: { readonly document: DocumentView }) {
  const [isMarking, setIsMarking] = useState(false)
  const isOwed = document.status === 'open' && document.open > 0
  const canMark = isOwed || document.mark !== null
  useAction('item.mark', () => setIsMarking(true), { enabled: canMark })
  return (
    <>
      {canMark && <ActionButton action="item.mark" label={document.mark === null ? 'Dispute' : 'Mark'} />}
      {isMarking && (
        <MarkDialog
          item={markedOf(document)}
          reason={document.marked?.reason ?? ''}
          onClose={() => setIsMarking(false)}
        />
      )}
    </>
  )
}

const markedOf = ({ id, number, mark }: DocumentView) => ({ documentId: id, number, mark })
