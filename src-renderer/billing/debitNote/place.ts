import { definePlace } from '../../keyboard/define-place.ts'
import { DebitNoteScreen } from './DebitNoteScreen.tsx'

declare module '../../keyboard/places.ts' {
  interface Places {
    debitNote: { readonly customerId?: number; readonly draftUid?: string }
  }
}

export const debitNotePlace = definePlace({
  screen: 'debitNote',
  action: 'debitNote.new',
  under: 'go.documents',
  draft: { kind: 'debit_note', name: 'Debit note' },
  component: DebitNoteScreen,
})
