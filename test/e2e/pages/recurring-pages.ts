import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { EntryPage } from './entry-page.ts'

/** The entry of a recurring invoice. */
export class RecurringEditPage extends EntryPage {
  constructor(window: Page, title = 'New recurring invoice') {
    super(window, title, 'Recurring invoice lines')
  }

  /** From the palette. */
  async open(): Promise<void> {
    await expect(this.window.getByRole('navigation')).toBeVisible()
    await this.press('Control+k')
    await this.type('new recurring')
    await expect(this.window.getByRole('option', { name: 'New recurring invoice' }).first()).toBeVisible()
    await this.press('Enter')
    await expect(this.heading).toBeVisible()
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
