import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { EntryPage } from './entry-page.ts'

/** The list that Ctrl+J opens. */
export class CustomersPage extends EntryPage {
  constructor(window: Page) {
    super(window, 'Customers', 'Customers')
  }

  async open(): Promise<void> {
    await expect(this.window.getByRole('main')).toBeVisible()
    await this.press('Control+j')
    await expect(this.heading).toBeVisible()
    await expect(this.field('Filter')).toBeFocused()
  }
}

/** The card that Enter on a customer opens. */
export class CustomerCardPage extends EntryPage {
  constructor(window: Page, name: string) {
    super(window, name, 'Open items')
  }

  /** A figure or date in the line above the lists. */
  async expectFact(label: string, value: string): Promise<void> {
    await this.expectFigure(label, value)
  }
}

/** The form that Ctrl+N and Ctrl+E open. */
export class CustomerFormPage extends EntryPage {
  readonly resumed: Locator

  constructor(window: Page, title: string) {
    super(window, title, 'Contacts')
    this.resumed = window.getByRole('main').getByRole('status').filter({ hasText: 'not saved yet' })
  }
}
