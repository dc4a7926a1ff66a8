import { creditNotes } from './creditNotes.ts'
import { debitNotes } from './debitNotes.ts'
import { invoices } from './invoices.ts'
import { openingBalances } from './openingBalances.ts'
import { recurring } from './recurring.ts'

/** Every operation of this module. */
export const billingContract = { ...creditNotes, ...debitNotes, ...invoices, ...openingBalances, ...recurring }
