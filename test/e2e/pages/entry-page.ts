import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** What the entry screens have in common, as a clerk sees it: fields, lines, totals, notices. Keys only. */
export class EntryPage {
  readonly window: Page
  readonly heading: Locator
  readonly grid: Locator

  constructor(window: Page, title: string, gridLabel: string) {
    this.window = window
    this.heading = window.getByRole('heading', { name: title, level: 1 })
    this.grid = window.getByRole('grid', { name: gridLabel })
  }

  /** Opens the screen by its key, once the company is on screen. */
  protected async openBy(key: string): Promise<void> {
    await expect(this.window.getByRole('navigation')).toBeVisible()
    await this.press(key)
    await expect(this.heading).toBeVisible()
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

  /** Tab until the field has the focus. */
  async focus(label: string): Promise<void> {
    const field = this.field(label)
    for (let steps = 0; steps < 20 && !(await isFocused(field)); steps += 1) await this.press('Tab')
    await expect(field).toBeFocused()
  }

  /** The editor of the cell with the focus. */
  async expectCell(name: string, value?: string): Promise<void> {
    const cell = this.grid.getByLabel(name, { exact: true })
    await expect(cell).toBeFocused()
    if (value !== undefined) await expect(cell).toHaveValue(value)
  }

  row(text: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: text })
  }

  /** A figure at the foot by its label. */
  async expectFigure(label: string, value: string): Promise<void> {
    const exactly = this.window.locator('dt').getByText(label, { exact: true })
    const figure = this.window.locator('dl > div').filter({ has: exactly })
    await expect(figure.locator('dd').last()).toHaveText(value)
  }

  async expectNotice(text: string): Promise<void> {
    await expect(this.window.getByRole('region', { name: 'Notices' })).toContainText(text)
  }

  /** Types a customer's code and goes on to the next field of a normal entry. */
  async chooseCustomer(code: string, name: string): Promise<void> {
    await expect(this.field('Customer')).toBeFocused()
    await this.type(code)
    await this.press('Enter')
    await expect(this.field('Customer')).toHaveValue(`${code}   ${name}`)
  }
}

const isFocused = (field: Locator): Promise<boolean> =>
  field.count().then((count) => count > 0 && field.evaluate((element) => element === document.activeElement))
