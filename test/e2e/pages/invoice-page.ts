import type { Page } from '@playwright/test'
import { EntryPage } from './entry-page.ts'

/** The screen that Ctrl+I opens. */
export class InvoicePage extends EntryPage {
  constructor(window: Page) {
    super(window, 'Invoice', 'Invoice lines')
  }

  open(): Promise<void> {
    return this.openBy('Control+i')
  }
}
