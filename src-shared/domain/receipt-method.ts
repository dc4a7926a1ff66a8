/** How money reaches the company. */
export const receiptMethods = ['check', 'transfer', 'card', 'cash', 'other'] as const
export type ReceiptMethod = (typeof receiptMethods)[number]
