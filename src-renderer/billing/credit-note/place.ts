import { definePlace } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    /** With a document: a credit note for lines of that invoice. */
    creditNote: { readonly customerId?: number; readonly documentId?: number; readonly draftUid?: string }
  }
}

export const creditNotePlace = definePlace({
  screen: 'creditNote',
  action: 'creditNote.new',
  under: 'go.documents',
  draft: { kind: 'credit_note', name: 'Credit note' },
  load: async () => (await import('./CreditNoteScreen.tsx')).CreditNoteScreen,
})
