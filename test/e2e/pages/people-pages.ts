import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { ScreenPage } from './screen-page.ts'

/** Who works, asked before anything else. */
export class SignInPage extends ScreenPage {
  constructor(window: Page) {
    super(window, 'Who works?')
  }

  /** Picks the name by its first letters, then types the PIN. */
  async signIn(name: string, pin: string): Promise<void> {
    await expect(this.heading).toBeVisible()
    await expect(this.field('Name')).toBeFocused()
    await this.type(name)
    await this.press('Enter')
    await expect(this.field('PIN')).toBeFocused()
    await this.type(pin)
    await this.press('Enter')
  }
}

/** The supervisor's part of an entry that was refused. */
export class ApprovalPage extends ScreenPage {
  readonly dialog = this.window.getByRole('dialog', { name: 'Ask a supervisor' })

  constructor(window: Page) {
    super(window, '')
  }

  async approve(pin: string): Promise<void> {
    await expect(this.dialog.getByLabel('PIN')).toBeFocused()
    await this.type(pin)
    await this.press('Enter')
  }
}
