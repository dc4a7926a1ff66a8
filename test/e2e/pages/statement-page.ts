import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { ScreenPage } from './screen-page.ts'

/** The screen that Ctrl+T opens. */
export class StatementPage extends ScreenPage {
  constructor(window: Page) {
    super(window, 'Statement')
  }

  async open(): Promise<void> {
    await this.ready()
    await this.press('Control+t')
    await expect(this.field('Customer')).toBeFocused()
  }

  /** Customer and date, Enter after each, until the preview shows them. */
  async choose(code: string, name: string, date: string): Promise<void> {
    await this.type(code)
    await this.press('Enter')
    await expect(this.field('Customer')).toHaveValue(`${code}   ${name}`)
    await expect(this.field('Statement date')).toBeFocused()
    await this.type(date)
    await this.press('Tab')
    await this.expectPreview()
  }

  page(number: number, of: number): Locator {
    return this.window.getByRole('img', { name: `Page ${number} of ${of}` })
  }

  /** The pages are there, drawn with something on them, and are what was chosen. */
  async expectPreview(pages = 1): Promise<void> {
    await expect(this.window.getByRole('region', { name: 'Preview' })).toHaveAttribute('aria-busy', 'false')
    await expect(this.page(1, pages)).toBeVisible()
    await expect.poll(() => this.page(1, pages).evaluate(inkOn)).toBeGreaterThan(1000)
  }

  async expectFact(label: string, value: string): Promise<void> {
    const facts = this.window.locator('dl > div').filter({ visible: true })
    const fact = facts.filter({ has: this.window.locator('dt', { hasText: new RegExp(`^${label}$`) }) })
    await expect(fact.locator('dd').first()).toHaveText(value)
  }
}

/** Dots that are not paper. */
function inkOn(element: Element): number {
  const canvas = element as HTMLCanvasElement
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width || 1, canvas.height || 1).data ?? []
  let ink = 0
  for (let at = 0; at < pixels.length; at += 4) {
    if ((pixels[at + 3] ?? 0) > 0 && (pixels[at] ?? 255) < 200) ink += 1
  }
  return ink
}
