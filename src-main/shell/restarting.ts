import type { BrowserWindow } from 'electron'
import type { ShellEvent } from '../../src-shared/bridge.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import type { Leaving } from './leaving.ts'

export type FailedWindow = 'hangs' | 'stopsAgain'

export interface RestartOptions {
  readonly logIncident: (doing: string, error: unknown) => string
  readonly announce: (event: ShellEvent) => void
  /** Whether it is started again. `settled` is raised when the window answers after all; the choice then counts for nothing. */
  readonly ask: (failed: FailedWindow, settled: AbortSignal) => Promise<boolean>
  readonly leaving: Pick<Leaving, 'isLeaving'>
  readonly nowMs?: () => number
}

/** A window that stops more often than this within a minute stops again: what it stops of is still there. */
const RESTARTS_MAX = 3
const MINUTE_MS = 60_000

/**
 * Loads the page of a window again when it has crashed or, if the clerk says so, when it hangs. The new page says what
 * happened; the drafts of the one before are on Home.
 */
export const restartWhenFailed = (window: BrowserWindow, options: RestartOptions): void => {
  const { logIncident, announce, ask, leaving, nowMs = Date.now } = options
  const { webContents } = window
  let stopped: readonly number[] = []

  const start = (incident: string): void => {
    // Told once the new page is there: the one before hears nothing any more.
    webContents.once('did-navigate', () => {
      announce({ type: 'refused', error: new Refusal('window_restarted', { incident }).refused })
    })
    webContents.reload()
  }

  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const incident = logIncident('the window', new Error(reason))
    stopped = [...stopped.filter((at) => at > nowMs() - MINUTE_MS), nowMs()]
    if (stopped.length <= RESTARTS_MAX) {
      start(incident)
      return
    }
    stopped = []
    void ask('stopsAgain', new AbortController().signal).then((again) => {
      if (again) start(incident)
      else window.destroy()
    })
  })

  window.on('unresponsive', () => {
    // Whoever closes the window is asked about that already.
    if (leaving.isLeaving) return
    const settled = new AbortController()
    window.once('responsive', () => settled.abort())
    window.once('closed', () => settled.abort())
    void ask('hangs', settled.signal).then((again) => {
      if (again && !settled.signal.aborted) webContents.forcefullyCrashRenderer()
    })
  })

  webContents.on('preload-error', (_event, _file, error) => void logIncident('the preload', error))
}
