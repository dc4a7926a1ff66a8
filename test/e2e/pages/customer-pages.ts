import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { EntryPage } from './entry-page.ts'

/** The list that Ctrl+J opens. */
export class CustomersPage extends EntryPage {
  constructor(window: Page) {
    super(window, 'Customers', 'Customers')
  }

  async open(): Promise<void> {
    await this.openBy('Control+j')
    await expect(this.field('Filter')).toBeFocused()
  }

  /** Opens the list and, by its code, a customer's card. */
  async openCard(code: string, name: string): Promise<CustomerCardPage> {
    await this.open()
    await this.type(code)
    await expect(this.grid.getByRole('row').nth(1)).toContainText(code)
    await this.press('Enter')
    const card = new CustomerCardPage(this.window, name)
    await expect(card.heading).toBeVisible()
    return card
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
