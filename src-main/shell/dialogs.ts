import { dialog } from 'electron'
import type { BrowserWindow } from 'electron'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Dialogs } from './context.ts'

/** The system's own dialogs, over the window they belong to. */
export const systemDialogs = (window: () => BrowserWindow): Dialogs => ({
  open: async (title, kind) => {
    const chosen = await dialog.showOpenDialog(window(), {
      title,
      properties: ['openFile'],
      filters: [{ name: kind.name, extensions: [...kind.extensions] }],
    })
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
  },
  save: async (title, suggested, kind) => {
    const chosen = await dialog.showSaveDialog(window(), {
      title,
      defaultPath: suggested,
      properties: ['createDirectory', 'showOverwriteConfirmation'],
      filters: [{ name: kind.name, extensions: [...kind.extensions] }],
    })
    return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath
  },
})

/** Takes the next answer from a JSON file instead of asking; for end-to-end tests of a copy run from source. */
export const answeredDialogs = (file: string): Dialogs => {
  const next = async (): Promise<string | null> => {
    const answers = JSON.parse(readFileSync(file, 'utf8')) as readonly (string | null)[]
    const [answer, ...rest] = answers
    if (answer === undefined) throw new Error('A dialog was shown that the test has no answer for.')
    writeFileSync(file, JSON.stringify(rest))
    return answer
  }
  return { open: next, save: next }
}
