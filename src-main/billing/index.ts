import type { billingContract } from '../../src-shared/billing/contract/index.ts'
import type { LedgerModule } from '../kernel/ledger-module.ts'
import { postCreditNote } from './commands/credit-notes/post.ts'
import { postCreditNoteFromInvoice } from './commands/credit-notes/post-from-invoice.ts'
import { postDebitNote } from './commands/debit-notes/post.ts'
import { postInvoice } from './commands/invoices/post.ts'
import { postOpeningBalances } from './commands/opening-balances/post.ts'
import { endRecurring, setRecurringPaused } from './commands/recurring/change.ts'
import { postRecurring } from './commands/recurring/post.ts'
import { restoreOccurrences, skipOccurrences } from './commands/recurring/due-days.ts'
import { saveRecurring } from './commands/recurring/save.ts'
import { creditableLines } from './queries/credit-notes/creditable.ts'
import { dueOccurrences } from './queries/recurring/due.ts'
import { recurringFromInvoice } from './queries/recurring/from-invoice.ts'
import { recurringInvoice, recurringList } from './queries/recurring/recurring.ts'

/** What carries out this module's commands and answers its queries. */
export const billing = {
  commands: {
    'invoices.post': postInvoice,
    'recurring.save': saveRecurring,
    'recurring.setPaused': setRecurringPaused,
    'recurring.end': endRecurring,
    'recurring.post': postRecurring,
    'recurring.skip': skipOccurrences,
    'recurring.restore': restoreOccurrences,
    'creditNotes.post': postCreditNote,
    'creditNotes.postFromInvoice': postCreditNoteFromInvoice,
    'debitNotes.post': postDebitNote,
    'openingBalances.post': postOpeningBalances,
  },
  queries: {
    'creditNotes.creditable': creditableLines,
    'recurring.list': recurringList,
    'recurring.get': recurringInvoice,
    'recurring.fromInvoice': recurringFromInvoice,
    'recurring.due': dueOccurrences,
  },
} satisfies LedgerModule<typeof billingContract>
