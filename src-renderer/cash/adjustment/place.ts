import { definePlace } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    /** With a document: a write-off of what is open of it. */
    adjustment: { readonly customerId?: number; readonly documentId?: number; readonly draftUid?: string }
  }
}

export const adjustmentPlace = definePlace({
  screen: 'adjustment',
  action: 'adjustment.new',
  draft: { kind: 'adjustment', name: 'Adjustment' },
  load: async () => (await import('./AdjustmentScreen.tsx')).AdjustmentScreen,
})
