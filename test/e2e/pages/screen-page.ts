import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** What every screen has, as a clerk at the keyboard meets it. */
export class ScreenPage {
  readonly window: Page
  readonly heading: Locator

  constructor(window: Page, title: string) {
    this.window = window
    this.heading = window.getByRole('heading', { name: title, level: 1 })
  }

  /** A company is open: keys pressed before have no place to go. */
  async ready(): Promise<void> {
    await expect(this.window.getByText('Ledger in balance')).toBeVisible()
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.window.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    await this.window.keyboard.type(text)
  }

  field(label: string): Locator {
    return this.window.getByRole('main').getByLabel(label, { exact: true })
  }

  list(name: string): Locator {
    return this.window.getByRole('grid', { name })
  }

  /** Opens the palette and runs the first thing found. */
  async command(title: string): Promise<void> {
    await this.ready()
    await this.press('Control+k')
    await this.type(title)
    await expect(this.window.getByRole('option', { name: title }).first()).toBeVisible()
    await this.press('Enter')
  }

  async expectNotice(text: string): Promise<void> {
    await expect(this.window.getByRole('region', { name: 'Notices' })).toContainText(text)
  }

  /** The cells of a list's row that holds a text, as they read; empty ones are left out. */
  async cells(list: string, text: string): Promise<readonly string[]> {
    const row = this.list(list).getByRole('row').filter({ hasText: text })
    const texts = await row.getByRole('gridcell').allInnerTexts()
    return texts.map((cell) => cell.replace(/\s+/g, ' ').trim()).filter((cell) => cell !== '')
  }
}
