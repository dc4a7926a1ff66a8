import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { EntryPage } from './entry-page.ts'

/** The screens that correct or pay back money; most are opened from the palette. */
abstract class MoneyPage extends EntryPage {
  readonly #title: string

  constructor(window: Page, heading: string, grid: string, title: string) {
    super(window, heading, grid)
    this.#title = title
  }

  async open(): Promise<void> {
    await expect(this.window.getByText('Ledger in balance')).toBeVisible()
    await this.press('Control+k')
    await this.type(this.#title)
    await expect(this.window.getByRole('option', { name: this.#title }).first()).toBeVisible()
    await this.press('Enter')
    await expect(this.heading).toBeVisible()
  }
}

/** Ctrl+Shift+W: an adjustment, or a write-off from a document. */
export class AdjustmentPage extends MoneyPage {
  constructor(window: Page) {
    super(window, 'Adjustment', 'Open items', 'Adjustment or write-off')
  }
}

export class RefundPage extends MoneyPage {
  constructor(window: Page) {
    super(window, 'Refund', 'Credits', 'Refund a credit')
  }
}

export class ReturnedPaymentPage extends MoneyPage {
  constructor(window: Page) {
    super(window, 'Returned payment', 'Opens again', 'Returned payment')
  }
}

export class OpeningBalancesPage extends MoneyPage {
  constructor(window: Page) {
    super(window, 'Opening balances', 'Opening balances', 'Opening balances')
  }
}

export class FinanceChargesPage extends MoneyPage {
  constructor(window: Page) {
    super(window, 'Finance charges', 'Charges', 'Finance charges')
  }
}
