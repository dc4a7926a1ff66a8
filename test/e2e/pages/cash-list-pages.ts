import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { EntryPage } from './entry-page.ts'
import { PalettePage } from './palette-page.ts'

/** A list with dialogs over it. */
abstract class PilePage extends PalettePage {
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
