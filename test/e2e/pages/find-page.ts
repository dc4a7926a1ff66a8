import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { EntryPage } from './entry-page.ts'

/** The box that Ctrl+F opens, over any screen. */
export class FindPage extends EntryPage {
  constructor(window: Page) {
    super(window, 'Find', 'Results')
  }

  get options(): Locator {
    return this.window.getByRole('option')
  }

  async find(text: string): Promise<void> {
    await this.ready()
    await this.press('Control+f')
    await expect(this.window.getByRole('combobox', { name: 'Find a customer, invoice, check or amount' })).toBeFocused()
    await this.type(text)
  }
}
