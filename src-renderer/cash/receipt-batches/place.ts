import { definePlace, type Plain } from '../../keyboard/define-place.ts'
import { ReceiptBatchesScreen } from './ReceiptBatchesScreen.tsx'

declare module '../../keyboard/places.ts' {
  interface Places {
    receiptBatches: Plain
  }
}

export const receiptBatchesPlace = definePlace({
  screen: 'receiptBatches',
  action: 'batches.list',
  under: 'receipt.new',
  component: ReceiptBatchesScreen,
})
