import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { ScreenPage } from './screen-page.ts'

const ITEMS = 'Open in other currencies'

/** Revalue foreign balances, from the palette. */
export class RevaluationPage extends ScreenPage {
  constructor(window: Page) {
    super(window, 'Revalue foreign balances')
  }

  async open(): Promise<void> {
    await this.command('Revalue foreign balances')
    await expect(this.field('At the end of')).toBeFocused()
  }

  /** The figures of an item: open, posted at, carried, at the rate, gain or loss. */
  async expectItem(number: string, ...figures: readonly string[]): Promise<void> {
    await expect.poll(async () => (await this.cells(ITEMS, number)).slice(-figures.length)).toEqual(figures)
  }
}
