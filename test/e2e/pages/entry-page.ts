import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { ScreenPage } from './screen-page.ts'

/** What the screens with one grid have in common: its lines, the fields above and the totals below. Keys only. */
export class EntryPage extends ScreenPage {
  readonly grid: Locator

  constructor(window: Page, title: string, gridLabel: string) {
    super(window, title)
    this.grid = this.list(gridLabel)
  }

  /** Opens the screen by its key. */
  protected async openBy(key: string): Promise<void> {
    await this.ready()
    await this.press(key)
    await expect(this.heading).toBeVisible()
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

  /** Posts an entry of these tests' days, long before the work date: that is asked about once. */
  async postDatedFar(dateLabel: string): Promise<void> {
    await this.press('F9')
    await expect(this.field(dateLabel)).toHaveAccessibleDescription(/your work date/)
    await this.press('F9')
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
