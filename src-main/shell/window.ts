import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { isOnAScreen, readWindowState, writeWindowState } from './window-state.ts'
import type { Leaving } from './leaving.ts'
import { webPreferences } from './web-preferences.ts'

export interface WindowOptions {
  /** The address of the page. */
  readonly page: string
  readonly preload: string
  readonly stateFile: string
  readonly leaving: Leaving
}

const USUAL_SIZE = { width: 1440, height: 900 } as const
/** A page that has saved closes at once; one that hangs after that has nothing left to lose. */
const CLOSING_MS = 5000

/** Makes the window where it was left and shows it once there is something to see. */
export const createWindow = ({ page, preload, stateFile, leaving }: WindowOptions): BrowserWindow => {
  const state = readWindowState(stateFile)
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const bounds = state && isOnAScreen(state.bounds, areas) ? state.bounds : USUAL_SIZE
  let background = state?.background ?? (nativeTheme.shouldUseDarkColors ? '#16181b' : '#ffffff')
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Duebook',
    backgroundColor: background,
    webPreferences: webPreferences(app.isPackaged, preload),
  })
  if (state?.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  // The page tells its background by its theme-color.
  window.webContents.on('did-change-theme-color', (_event, color) => {
    background = color?.slice(0, 7).toLowerCase() ?? background
    window.setBackgroundColor(background)
  })
  window.on('close', () => {
    writeWindowState(stateFile, { bounds: window.getNormalBounds(), isMaximized: window.isMaximized(), background })
  })
  closeOnceSaved(window, leaving)
  // A blank page is the one navigation that asks nobody. It is heard by nobody either, and left at once.
  window.webContents.on('did-navigate', (_event, address) => {
    if (address !== page) void window.loadURL(page)
  })
  void window.loadURL(page)
  return window
}

/** Quitting closes the window first, so it waits here too; it is asked for again when the last window has closed. */
const closeOnceSaved = (window: BrowserWindow, leaving: Leaving): void => {
  let isAsking = false
  let mayClose = false
  const end = (): void => {
    if (!window.isDestroyed()) window.destroy()
  }
  const close = (isSaved: boolean): void => {
    mayClose = true
    if (isSaved) {
      setTimeout(end, CLOSING_MS)
      window.close()
    } else end()
  }
  window.on('close', (event) => {
    if (mayClose) return
    event.preventDefault()
    if (isAsking) return
    isAsking = true
    void leaving.leave(close).finally(() => {
      isAsking = false
    })
  })
  const pageIsGone = (): void => leaving.pageIsGone()
  window.webContents.on('render-process-gone', pageIsGone)
  window.webContents.on('did-navigate', pageIsGone)
  window.on('closed', pageIsGone)
}
