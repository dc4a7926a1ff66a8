import type { Page } from '@playwright/test'
import { PalettePage } from './palette-page.ts'

// The screens that correct or pay back money.

/** Ctrl+Shift+W: an adjustment, or a write-off from a document. */
export class AdjustmentPage extends PalettePage {
  constructor(window: Page) {
    super(window, 'Adjustment', 'Open items', 'Adjustment or write-off')
  }
}

export class RefundPage extends PalettePage {
  constructor(window: Page) {
    super(window, 'Refund', 'Credits', 'Refund a credit')
  }
}

export class ReturnedPaymentPage extends PalettePage {
  constructor(window: Page) {
    super(window, 'Returned payment', 'Opens again', 'Returned payment')
  }
}

export class OpeningBalancesPage extends PalettePage {
  constructor(window: Page) {
    super(window, 'Opening balances', 'Opening balances', 'Opening balances')
  }
}

export class FinanceChargesPage extends PalettePage {
  constructor(window: Page) {
    super(window, 'Finance charges', 'Charges', 'Finance charges')
  }
}
