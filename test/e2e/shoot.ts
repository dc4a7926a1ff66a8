import type { Page } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'

const FOLDER = path.join(import.meta.dirname, '../../docs/screenshots')

/** A moment for what comes after the rows: the chart, the fonts, the last transition. */
const SETTLED_MS = 500

/** A picture of the window as it stands, by light and by dark. */
export async function shoot(window: Page, name: string): Promise<void> {
  fs.mkdirSync(FOLDER, { recursive: true })
  // Out of the way: a row under the pointer is tinted.
  await window.mouse.move(2, 2)
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await window.waitForTimeout(SETTLED_MS)
    await window.screenshot({ path: path.join(FOLDER, `${name}-${colorScheme}.png`) })
  }
}

/** The same into the folder that PICTURES names; nothing where it names none. */
export async function picture(window: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES']
  if (folder === undefined) return
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await window.waitForTimeout(SETTLED_MS)
    await window.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`) })
  }
}
