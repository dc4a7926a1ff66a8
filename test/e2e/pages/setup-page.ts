import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { PalettePage } from './palette-page.ts'

/** Setup, from the palette. */
export class SetupPage extends PalettePage {
  constructor(window: Page) {
    super(window, 'Setup', '', 'Setup')
  }

  override async open(): Promise<void> {
    await super.open()
    await expect(this.window.getByRole('radio', { name: 'Company' })).toBeFocused()
  }

  /** Goes so many sections to the right. */
  async section(name: string, steps: number): Promise<void> {
    for (let step = 0; step < steps; step += 1) await this.press('ArrowRight')
    await expect(this.window.getByRole('radio', { name })).toBeChecked()
  }

  /** Fills the form of a new person, under People. */
  async typePerson(name: string, pin: string): Promise<void> {
    await this.field('Name').focus()
    await this.type(name)
    await this.press('Enter', 'Enter')
    await this.type(pin)
  }
}
