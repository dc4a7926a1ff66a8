import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { EntryPage } from './entry-page.ts'

/** A list that the palette opens, with dialogs over it. */
class PilePage extends EntryPage {
  readonly #title: string

  constructor(window: Page, title: string) {
    super(window, title, title)
    this.#title = title
  }

  async open(): Promise<void> {
    await expect(this.window.getByText('Ledger in balance')).toBeVisible()
    await this.press('Control+k')
    await this.type(this.#title)
    await expect(this.window.getByRole('option', { name: this.#title }).first()).toBeVisible()
    await this.press('Enter')
    await expect(this.heading).toBeVisible()
    await expect(this.grid).toBeFocused()
  }

  get dialog(): Locator {
    return this.window.getByRole('dialog')
  }

  dialogField(label: string): Locator {
    return this.dialog.getByLabel(label, { exact: true })
  }
}

export class ParkedReceiptsPage extends PilePage {
  constructor(window: Page) {
    super(window, 'Unidentified receipts')
  }
}

export class ReceiptBatchesPage extends PilePage {
  constructor(window: Page) {
    super(window, 'Receipt batches')
  }
}

export class DeductionsPage extends PilePage {
  constructor(window: Page) {
    super(window, 'Deductions')
  }
}

/** Money of an unknown payer, and then its identification. */
export class ParkReceiptPage extends EntryPage {
  constructor(window: Page) {
    super(window, 'Park a receipt', '')
  }
}

export class IdentifyReceiptPage extends EntryPage {
  constructor(window: Page) {
    super(window, 'Identify a receipt', 'Open items')
  }
}
