import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { EntryPage } from './entry-page.ts'
import { PalettePage } from './palette-page.ts'

/** A list with dialogs over it. */
abstract class CashListPage extends PalettePage {
  constructor(window: Page, title: string) {
    super(window, title, title, title)
  }

  override async open(): Promise<void> {
    await super.open()
    await expect(this.grid).toBeFocused()
  }

  get dialog(): Locator {
    return this.window.getByRole('dialog')
  }

  dialogField(label: string): Locator {
    return this.dialog.getByLabel(label, { exact: true })
  }
}

export class UnidentifiedReceiptsPage extends CashListPage {
  constructor(window: Page) {
    super(window, 'Unidentified receipts')
  }
}

export class ReceiptBatchesPage extends CashListPage {
  constructor(window: Page) {
    super(window, 'Receipt batches')
  }
}

export class DeductionsPage extends CashListPage {
  constructor(window: Page) {
    super(window, 'Deductions')
  }
}

/** Money of an unknown payer, and then its identification. */
export class UnidentifiedReceiptPage extends EntryPage {
  constructor(window: Page) {
    super(window, 'Enter unidentified receipt', '')
  }
}

export class IdentifyReceiptPage extends EntryPage {
  constructor(window: Page) {
    super(window, 'Identify a receipt', 'Open items')
  }
}
