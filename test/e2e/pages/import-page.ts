import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { ScreenPage } from './screen-page.ts'

/** The screen that the palette's Import opens. */
export class ImportPage extends ScreenPage {
  constructor(window: Page) {
    super(window, 'Import')
  }

  async open(): Promise<void> {
    await this.command('Import')
    await expect(this.heading).toBeVisible()
  }

  /** The file comes from the answered dialog. */
  async chooseFile(): Promise<void> {
    await expect(this.window.getByRole('button', { name: /file/ }).last()).toBeEnabled()
    await this.press('F9')
    await expect(this.field('Customer code, needed')).toBeFocused()
  }

  /** The rows are sales. */
  async sayInvoices(): Promise<void> {
    await this.field('The rows are, needed').selectOption('invoices')
  }

  async check(): Promise<void> {
    await this.press('F9')
  }

  async expectSaid(text: string): Promise<void> {
    await expect(this.window.getByRole('main')).toContainText(text)
  }

  /** What stands in the way: rows, lines, field, first value and reason of each. */
  async problems(): Promise<readonly (readonly string[])[]> {
    const rows = this.list('Rows that cannot be imported').getByRole('row')
    await expect(rows.nth(1)).toBeVisible()
    const texts = await rows.evaluateAll((all) =>
      all.slice(1).map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
    )
    return texts
  }
}
