import type { WebPreferences } from 'electron'

/** Of every page we show or print. Only the window has a preload; developer tools exist only where the source does. */
export const webPreferences = (isPackaged: boolean, preload?: string): WebPreferences => ({
  ...(preload === undefined ? {} : { preload }),
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: !isPackaged,
})
