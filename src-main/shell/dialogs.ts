import { dialog } from 'electron'
import type { BrowserWindow } from 'electron'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Dialogs } from './context.ts'
import type { Choice, Unsaved } from './leaving.ts'
import type { FailedWindow } from './restarting.ts'

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
  folder: async (title, suggested) => {
    const chosen = await dialog.showOpenDialog(window(), {
      title,
      defaultPath: suggested,
      properties: ['openDirectory', 'createDirectory'],
    })
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
  },
})

/** Asks the clerk whether to close although what is typed is not saved. Esc goes on waiting, or back. */
export const askToLeave =
  (window: () => BrowserWindow) =>
  async (unsaved: Unsaved, settled: AbortSignal): Promise<Choice> => {
    const { message, detail, choices } = questionOf(unsaved)
    const { response } = await dialog.showMessageBox(window(), {
      type: 'warning',
      title: 'Duebook',
      message,
      detail,
      buttons: choices.map((choice) => buttonOf[choice]),
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      signal: settled,
    })
    return choices[response] ?? choices[0]
  }

/** Asks whether a window that does not answer, or stops again and again, is started once more. */
export const askToRestart =
  (window: () => BrowserWindow) =>
  async (failed: FailedWindow, settled: AbortSignal): Promise<boolean> => {
    const { response } = await dialog.showMessageBox(window(), {
      type: 'warning',
      title: 'Duebook',
      ...restartQuestions[failed],
      buttons: [...restartQuestions[failed].buttons],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      signal: settled,
    })
    return response === 1
  }

const restartQuestions = {
  hangs: {
    message: 'The window does not answer.',
    detail: 'What was typed up to the last second is kept. Home lists it once the window is started again.',
    buttons: ['Keep waiting', 'Start it again'],
  },
  stopsAgain: {
    message: 'The window keeps stopping.',
    detail: 'What was typed is kept, and the books are sound. Restart the computer if it happens again.',
    buttons: ['Quit Duebook', 'Start it again'],
  },
} as const satisfies Record<FailedWindow, object>

const buttonOf: Readonly<Record<Choice, string>> = { wait: 'Keep waiting', stay: 'Go back', leave: 'Close anyway' }

interface Question {
  readonly message: string
  readonly detail: string
  readonly choices: readonly [Choice, ...Choice[]]
}

const questionOf = (unsaved: Unsaved): Question => {
  switch (unsaved.kind) {
    case 'late':
      return {
        message: 'Duebook is still saving your work.',
        detail: 'If you close now, what is not saved yet is lost.',
        choices: ['wait', 'stay', 'leave'],
      }
    case 'refused':
      return {
        message: 'What you typed could not be saved.',
        detail: `${unsaved.message} If you close now, it is lost.`,
        choices: ['stay', 'leave'],
      }
  }
}

/** Takes the next answer from a JSON file instead of asking; for end-to-end tests of a copy run from source. */
export const answeredDialogs = (file: string): Dialogs => {
  const next = async (): Promise<string | null> => {
    const answers = JSON.parse(readFileSync(file, 'utf8')) as readonly (string | null)[]
    const [answer, ...rest] = answers
    if (answer === undefined) throw new Error('A dialog was shown that the test has no answer for.')
    writeFileSync(file, JSON.stringify(rest))
    return answer
  }
  return { open: next, save: next, folder: next }
}
