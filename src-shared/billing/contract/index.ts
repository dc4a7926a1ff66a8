import { creditNotes } from './credit-notes.ts'
import { debitNotes } from './debit-notes.ts'
import { invoices } from './invoices.ts'
import { openingBalances } from './opening-balances.ts'
import { recurring } from './recurring.ts'

/** Every operation of this module. */
export const billingContract = { ...creditNotes, ...debitNotes, ...invoices, ...openingBalances, ...recurring }
