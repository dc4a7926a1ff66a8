import type { Page } from '@playwright/test'
import { EntryPage } from './entry-page.ts'
import { PalettePage } from './palette-page.ts'

/** The entry of a recurring invoice. */
export class RecurringEditPage extends PalettePage {
  constructor(window: Page) {
    super(window, 'New recurring invoice', 'Recurring invoice lines', 'New recurring invoice')
  }
}

/** What is due, by Ctrl+B. */
export class RecurringDuePage extends EntryPage {
  constructor(window: Page) {
    super(window, 'Bill recurring invoices', 'Due')
  }

  open(): Promise<void> {
    return this.openBy('Control+b')
  }
}
