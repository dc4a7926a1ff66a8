import { app, BrowserWindow } from 'electron'
import type { WebContents, WebContentsPrintOptions } from 'electron'
import path from 'node:path'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import type { Printer } from './context.ts'
import { fileNameFor } from './file-name.ts'
import { webPreferences } from './web-preferences.ts'
import { writeWholeFile } from './whole-file.ts'

/** What the print page answers: how many pages it drew, and the size of the first in points of 1/72 inch. */
interface DrawnPages {
  readonly pages: number
  readonly width: number
  readonly height: number
}

const MICRONS_PER_POINT = 25_400 / 72
const noMargins = { top: 0, bottom: 0, left: 0, right: 0 } as const

/** Draws a PDF in a hidden window without any bridge, and hands that window over to be printed. */
const withDrawnPages = async <T>(
  page: string,
  pdf: Uint8Array,
  title: string,
  print: (contents: WebContents, drawn: DrawnPages) => Promise<T>,
): Promise<T> => {
  const window = new BrowserWindow({ show: false, webPreferences: webPreferences(app.isPackaged) })
  try {
    await window.loadURL(page)
    const data = JSON.stringify(Buffer.from(pdf).toString('base64'))
    const drawn = (await window.webContents.executeJavaScript(
      `drawPages(${data}, ${JSON.stringify(title)})`,
    )) as DrawnPages
    return await print(window.webContents, drawn)
  } finally {
    window.destroy()
  }
}

/** The system's printers, behind the system's dialog. `window` is what the clerk sees; printers are asked for through it. */
export const systemPrinter = (page: string, window: () => WebContents): Printer => ({
  isInstalled: async () => (await window().getPrintersAsync()).length > 0,
  printWindow: () => throughDialog(window(), { silent: false, printBackground: true }),
  print: (pdf, title) =>
    withDrawnPages(page, pdf, title, async (contents, { pages, width, height }) => {
      const pageSize = { width: Math.round(width * MICRONS_PER_POINT), height: Math.round(height * MICRONS_PER_POINT) }
      const asDrawn = { silent: false, printBackground: true, margins: { marginType: 'none' }, pageSize } as const
      return (await throughDialog(contents, asDrawn)) ? { pages } : null
    }),
})

/** False when the clerk closes the system's dialog. */
const throughDialog = (contents: WebContents, options: WebContentsPrintOptions): Promise<boolean> =>
  new Promise((resolve, reject) => {
    contents.print(options, (ok, problem) => {
      if (ok) resolve(true)
      else if (/cancel/i.test(problem)) resolve(false)
      else reject(new Refusal('print_failed', { problem: problem || 'no reason given' }))
    })
  })

/** Writes what would be printed to a folder; for end-to-end tests of a copy run from source. */
export const folderPrinter = (page: string, folder: string, window: () => WebContents): Printer => ({
  isInstalled: async () => true,
  printWindow: async (title) => {
    const printed = await window().printToPDF({ printBackground: true })
    await writeWholeFile(path.join(folder, `${fileNameFor(title)}.pdf`), printed)
    return true
  },
  print: (pdf, title) =>
    withDrawnPages(page, pdf, title, async (contents, { pages, width, height }) => {
      const pageSize = { width: width / 72, height: height / 72 }
      const printed = await contents.printToPDF({ printBackground: true, margins: noMargins, pageSize })
      await writeWholeFile(path.join(folder, `${fileNameFor(title)}.pdf`), printed)
      return { pages }
    }),
})
