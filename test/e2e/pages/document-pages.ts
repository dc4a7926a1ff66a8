import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { EntryPage } from './entry-page.ts'

/** The list that Ctrl+D opens. */
export class DocumentsPage extends EntryPage {
  constructor(window: Page) {
    super(window, 'Documents', 'Documents')
  }

  async open(): Promise<void> {
    await this.openBy('Control+d')
    await expect(this.field('Filter')).toBeFocused()
  }

  /** Opens the list and, by its number, a document. */
  async openDocument(kind: string, number: string): Promise<DocumentPage> {
    await this.open()
    await this.type(number)
    await expect(this.grid.getByRole('row').nth(1)).toContainText(number)
    await this.press('Enter')
    const document = new DocumentPage(this.window, `${kind} ${number}`)
    await expect(document.heading).toBeVisible()
    return document
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
