import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { EntryPage } from './entry-page.ts'

/** Setup, from the palette. */
export class SetupPage extends EntryPage {
  constructor(window: Page) {
    super(window, 'Setup', '')
  }

  async open(): Promise<void> {
    await expect(this.window.getByRole('main')).toBeVisible()
    await this.press('Control+k')
    await this.type('setup')
    await expect(this.window.getByRole('option', { name: /Setup/ }).first()).toBeVisible()
    await this.press('Enter')
    await expect(this.heading).toBeVisible()
    await expect(this.window.getByRole('radio', { name: 'Company' })).toBeFocused()
  }

  /** Goes so many sections to the right. */
  async section(name: string, steps: number): Promise<void> {
    for (let step = 0; step < steps; step += 1) await this.press('ArrowRight')
    await expect(this.window.getByRole('radio', { name })).toBeChecked()
  }

  list(name: string) {
    return this.window.getByRole('grid', { name })
  }
}
