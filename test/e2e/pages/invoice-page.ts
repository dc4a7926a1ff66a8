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

  /** The first line, of one without a product. */
  async typeLine(description: string, price: string): Promise<void> {
    await this.expectCell('Description, line 1')
    await this.type(description)
    await this.press('Enter', 'Enter')
    await this.expectCell('Unit price, line 1')
    await this.type(price)
  }
}
