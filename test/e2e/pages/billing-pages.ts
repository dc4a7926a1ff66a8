import type { Page } from '@playwright/test'
import { EntryPage } from './entry-page.ts'
import { PalettePage } from './palette-page.ts'

export class DebitNotePage extends PalettePage {
  constructor(window: Page) {
    super(window, 'Debit note', 'Debit note lines', 'New debit note')
  }
}

export class CreditNotePage extends PalettePage {
  constructor(window: Page) {
    super(window, 'Credit note', 'Credit note lines', 'New credit note')
  }
}

/** The credit note for lines of one invoice, which Ctrl+Shift+C opens on the invoice. */
export class InvoiceCreditPage extends EntryPage {
  constructor(window: Page, number: string) {
    super(window, `Credit ${number}`, 'Lines to credit')
  }
}
