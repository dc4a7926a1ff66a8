import { documentKindName } from '../../../src-shared/domain/documents.ts'
import type { DocumentKind } from '../../../src-shared/domain/documents.ts'

/** A document that is entered as lines. */
export type BillingKind = Extract<DocumentKind, 'invoice' | 'debit_note' | 'credit_note'>

/** Whether it asks for payment: only then it has terms, a due date, and a credit limit to stay within. */
export const asksForPayment = (kind: BillingKind): boolean => kind !== 'credit_note'

/** `Credit note` within a sentence. */
export const nounOf = (kind: BillingKind): string => documentKindName[kind].toLowerCase()
