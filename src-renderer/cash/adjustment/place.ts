import { definePlace } from '../../keyboard/define-place.ts'
import { AdjustmentScreen } from './AdjustmentScreen.tsx'

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
  component: AdjustmentScreen,
})
