import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { EntryPage } from './entry-page.ts'

/** The screen that Ctrl+R opens. */
export class ReceivePaymentPage extends EntryPage {
  readonly proposal: Locator

  constructor(window: Page) {
    super(window, 'Receive payment', 'Open items')
    this.proposal = window.getByRole('status').filter({ has: window.getByRole('button', { name: 'Clear' }) })
  }

  open(): Promise<void> {
    return this.openBy('Control+r')
  }

  /** Customer and amount; the proposal is up when this returns. */
  async receive(code: string, name: string, amount: string): Promise<void> {
    await this.chooseCustomer(code, name)
    await this.type(amount)
    await this.press('Enter')
    await expect(this.proposal).toContainText('Proposed:')
  }

  /** Shift+Tab from the check number to the date, and back. */
  async datedOn(date: string): Promise<void> {
    await expect(this.field('Check number')).toBeFocused()
    await this.press('Shift+Tab', 'Shift+Tab')
    await expect(this.field('Date')).toBeFocused()
    await this.type(date)
    await this.press('Tab', 'Tab')
    await expect(this.field('Check number')).toBeFocused()
  }
}
