import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { EntryPage } from './entry-page.ts'

/** An entry that the palette opens by its title. */
class PalettePage extends EntryPage {
  readonly #action: string

  constructor(window: Page, title: string, grid: string, action: string) {
    super(window, title, grid)
    this.#action = action
  }

  async open(): Promise<void> {
    await expect(this.window.getByRole('navigation')).toBeVisible()
    await this.press('Control+k')
    await this.type(this.#action)
    await expect(this.window.getByRole('option', { name: this.#action }).first()).toBeVisible()
    await this.press('Enter')
    await expect(this.heading).toBeVisible()
  }
}

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
