import { definePlace } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    /** With a document: a recurring invoice made from that one. */
    recurringEdit: { readonly recurringId?: number; readonly documentId?: number; readonly draftUid?: string }
  }
}

export const recurringEditPlace = definePlace({
  screen: 'recurringEdit',
  action: 'recurring.new',
  under: 'go.documents',
  draft: { kind: 'recurring', name: 'Recurring' },
  load: async () => (await import('./RecurringEditScreen.tsx')).RecurringEditScreen,
})
