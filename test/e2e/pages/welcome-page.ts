import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { ScreenPage } from './screen-page.ts'

/** Where Duebook starts while no company is open. */
export class WelcomePage extends ScreenPage {
  constructor(window: Page) {
    super(window, 'Duebook')
  }

  /** Tabs to a button and presses it. */
  async pressButton(name: string): Promise<void> {
    const button = this.window.getByRole('button', { name })
    await expect(button).toBeVisible()
    for (let tabs = 0; tabs < 20 && !(await button.evaluate(isFocused)); tabs += 1) await this.press('Tab')
    await expect(button).toBeFocused()
    await this.press('Enter')
  }

  /** The file's place comes from the answered dialog. */
  async createCompany(name: string): Promise<void> {
    await this.pressButton('Create a company')
    await expect(this.field('Company name')).toBeFocused()
    await this.type(name)
    await this.press('F9')
    await this.ready()
  }
}

const isFocused = (element: Element): boolean => element === document.activeElement
