import type { App } from 'electron'

/** What only a copy run from its source folder honours; a packaged Duebook never reads these. */
export interface Development {
  /** Origin of the local server that serves the window with hot reload. */
  readonly server: string | null
  /** A JSON file with the answers of the next file dialogs, in order: paths, or null for a closed dialog. */
  readonly dialogAnswers: string | null
  /** A folder that takes what would have been printed. */
  readonly printerFolder: string | null
}

const LOCAL_SERVER = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\]):\d{1,5}\/?$/

export const developmentOf = (
  app: Pick<App, 'isPackaged'>,
  environment: Readonly<Record<string, string | undefined>>,
): Development => {
  const given = (name: string): string | null => (app.isPackaged ? null : environment[name] || null)
  const server = given('ELECTRON_RENDERER_URL')
  return {
    server: server !== null && LOCAL_SERVER.test(server) ? new URL(server).origin : null,
    dialogAnswers: given('DUEBOOK_TEST_DIALOGS'),
    printerFolder: given('DUEBOOK_TEST_PRINTER'),
  }
}
