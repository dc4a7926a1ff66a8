import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { ScreenPage } from './screen-page.ts'

const CUSTOMERS = 'Aging by customer'

/** The screen that Ctrl+G opens. */
export class AgingPage extends ScreenPage {
  constructor(window: Page) {
    super(window, 'Aging')
  }

  async open(): Promise<void> {
    await this.ready()
    await this.press('Control+g')
    await expect(this.field('As of')).toBeFocused()
  }

  async asOf(date: string, shown: string): Promise<void> {
    await expect(this.field('As of')).toBeFocused()
    await this.type(date)
    await this.press('Enter')
    await expect(this.field('As of')).toHaveValue(shown)
  }

  /** The figures at the foot: the buckets, then the total. */
  async expectTotals(...totals: readonly string[]): Promise<void> {
    await expect.poll(() => this.cells(CUSTOMERS, 'Total')).toEqual(['Total', ...totals])
    await expect(this.window.getByText('equals account 1200 Accounts receivable')).toBeVisible()
  }

  async expectRow(code: string, ...figures: readonly string[]): Promise<void> {
    await expect.poll(async () => (await this.cells(CUSTOMERS, code)).slice(2)).toEqual(figures)
  }

  /** From the date past the basis and the button to the list, and down to this customer's row. */
  async goToRow(code: string): Promise<void> {
    await this.press('Tab', 'Tab', 'Tab')
    await expect(this.list(CUSTOMERS)).toBeFocused()
    const row = this.list(CUSTOMERS).getByRole('row').filter({ hasText: code })
    for (let moves = 0; moves < 60 && (await row.getAttribute('aria-selected')) !== 'true'; moves += 1) {
      await this.press('ArrowDown')
    }
    await expect(row).toHaveAttribute('aria-selected', 'true')
  }
}
