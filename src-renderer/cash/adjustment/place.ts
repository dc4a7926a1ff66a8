import { definePlace } from '../../keyboard/define-place.ts'
import type { SettlingPlace } from '../settling/settling-entry.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    /** With a document: a write-off of what is open of it. */
    adjustment: SettlingPlace
  }
}

export const adjustmentPlace = definePlace({
  screen: 'adjustment',
  action: 'adjustment.new',
  draft: { kind: 'adjustment', name: 'Adjustment' },
  load: async () => (await import('./AdjustmentForm.tsx')).AdjustmentScreen,
})
