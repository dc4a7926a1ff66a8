import { definePlace } from '../../keyboard/define-place.ts'
import { postingScreen } from '../../entry/posting/PostingScreen.tsx'
import type { SettlingPlace } from '../settling/settling-entry.ts'
import { AdjustmentForm } from './AdjustmentForm.tsx'
import { nextAdjustment, startAdjustment } from './entry.ts'

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
  component: postingScreen({
    title: 'Adjustment',
    start: startAdjustment,
    next: nextAdjustment,
    form: AdjustmentForm,
  }),
})
