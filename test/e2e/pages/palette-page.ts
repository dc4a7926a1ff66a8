import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { EntryPage } from './entry-page.ts'

/** A screen that the palette opens by the title of its action. */
export abstract class PalettePage extends EntryPage {
  readonly #action: string

  constructor(window: Page, heading: string, grid: string, action: string) {
    super(window, heading, grid)
    this.#action = action
  }

  async open(): Promise<void> {
    await this.command(this.#action)
    await expect(this.heading).toBeVisible()
  }
}
