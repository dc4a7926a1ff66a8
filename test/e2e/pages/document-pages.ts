import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { EntryPage } from './entry-page.ts'

/** The list that Ctrl+D opens. */
export class DocumentsPage extends EntryPage {
  constructor(window: Page) {
    super(window, 'Documents', 'Documents')
  }

  async open(): Promise<void> {
    await expect(this.window.getByRole('main')).toBeVisible()
    await this.press('Control+d')
    await expect(this.heading).toBeVisible()
    await expect(this.field('Filter')).toBeFocused()
  }

  /** Opens the first document whose number or reference begins so. */
  async openFirst(text: string, number: string): Promise<void> {
    await this.type(text)
    await expect(this.grid.getByRole('row').nth(1)).toContainText(number)
    await this.press('Enter')
  }
}

/** One document: Ctrl+Y its postings, Ctrl+U unapplies, Esc back. */
export class DocumentPage extends EntryPage {
  readonly postings: Locator

  constructor(window: Page, title: string) {
    super(window, title, 'Applications')
    this.postings = window.getByRole('grid', { name: 'Postings' })
  }

  get dialog(): Locator {
    return this.window.getByRole('dialog')
  }
}
