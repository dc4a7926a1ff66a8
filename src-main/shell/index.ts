import type { BrowserWindow } from 'electron'
import { app, powerMonitor, clipboard, Notification, session, shell } from 'electron'
import path from 'node:path'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { logIncident } from '../kernel/answers.ts'
import { Host } from '../threads/host.ts'
import { AfterUncleanEnd } from './after-unclean-end.ts'
import { BackupKeeper } from './backup-keeper.ts'
import { BackupPlaces } from './backup-places.ts'
import { createCalls } from './calls.ts'
import { chosenFile } from './chosen-file.ts'
import { CompanyLife, refusedEvent } from './company-life.ts'
import type { ShellContext } from './context.ts'
import { developmentOf } from './development.ts'
import { answeredDialogs, askToLeave, askToRestart, systemDialogs } from './dialogs.ts'
import { fileArgument, NamedFiles } from './named-files.ts'
import { ListedBackups } from './listed-backups.ts'
import { createFileTokens } from './file-tokens.ts'
import { createIncidentLog } from './incident-log.ts'
import { createIpc, type Ipc } from './ipc.ts'
import { Leaving } from './leaving.ts'
import { installMenu } from './menu.ts'
import { folderPrinter, systemPrinter } from './printing.ts'
import { registerScheme, serveWindow } from './protocol.ts'
import { createRecentCompanies } from './recent-companies.ts'
import { restartWhenFailed } from './restarting.ts'
import { ORIGIN } from './sender.ts'
import { listServedFiles } from './served-files.ts'
import { lockContents, lockSession, switchOffNetworking } from './session-policy.ts'
import { createWindow } from './window.ts'

const OUT = path.dirname(import.meta.dirname)
const development = developmentOf(app, process.env)
const origin = development.server ?? ORIGIN
const clock = (): Date => new Date()
const inUserData = (...parts: readonly string[]): string => path.join(app.getPath('userData'), ...parts)

interface Parts {
  readonly host: Host
  readonly ipc: Ipc
  readonly leaving: Leaving
  readonly window: () => BrowserWindow
  readonly logIncident: ShellContext['logIncident']
}

const createContext = ({ host, ipc, leaving, window, logIncident: incident }: Parts): ShellContext => {
  const recent = createRecentCompanies(inUserData('recent-companies.json'))
  const folders = {
    documents: app.getPath('documents'),
    companies: inUserData('companies'),
    backups: inUserData('backups'),
  }
  const { announce } = ipc
  const tokens = createFileTokens()
  const places = new BackupPlaces(inUserData('backups.json'), folders.backups)
  const keeper = new BackupKeeper({ host, places, announce })
  const afterUncleanEnd = new AfterUncleanEnd({ host, announce })
  const printPage = `${origin}/print.html`
  return {
    host,
    life: new CompanyLife({ host, recent, keeper, afterUncleanEnd, clock, announce, leaving }),
    dialogs: development.dialogAnswers === null ? systemDialogs(window) : answeredDialogs(development.dialogAnswers),
    printer:
      development.printerFolder === null
        ? systemPrinter(printPage, () => window().webContents)
        : folderPrinter(printPage, development.printerFolder, () => window().webContents),
    tokens,
    recent,
    leaving,
    closeWindow: () => window().close(),
    reloadWindow: () => window().webContents.reload(),
    folders,
    desktop: { openFolder, copyText: (text) => void clipboard.writeText(text) },
    keeper,
    places,
    listed: new ListedBackups(tokens),
    clock,
    logIncident: incident,
    announce,
  }
}

const openFolder = async (folder: string): Promise<void> => {
  const problem = await shell.openPath(folder)
  if (problem !== '') throw new Refusal('backup_place_gone', { place: path.basename(folder) })
}

/** Opens a file named outside the window; what is refused is told in the window. */
const openNamed = async ({ life, announce }: ShellContext, file: string): Promise<void> => {
  try {
    await life.open(await chosenFile(file))
  } catch (error) {
    if (error instanceof Refusal && error.code === 'cancelled') return
    announce(refusedEvent(error))
  }
}

/** The clerk chose not to wait: the process ends even if the ledger hangs. The file is sound, without what hung. */
const GIVEN_UP_MS = 10_000

/** Long enough to be seen going on: after this, the system says in a notice that it does. */
const UNSEEN_MS = 1500

/** The window is gone: the system says that a backup still runs, and that it may be left to itself. */
const sayThatItRuns = (): NodeJS.Timeout =>
  setTimeout(() => {
    if (!Notification.isSupported()) return
    const body = 'What is not finished when the computer is switched off is made at the next start.'
    new Notification({ title: 'Duebook is backing up your company', body, silent: true }).show()
  }, UNSEEN_MS)

/** Closes the company before the process ends: its lock and its log of changes want it. Then its backup is made. */
const closeBeforeQuit = ({ life, host, leaving, keeper }: ShellContext): void => {
  let isClosed = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    if (leaving.hasGivenUp) setTimeout(() => app.exit(), GIVEN_UP_MS)
    void life
      .close()
      .then(async () => {
        const notice = sayThatItRuns()
        await keeper.settle()
        clearTimeout(notice)
        await keeper.end()
        await host.end()
      })
      .finally(() => {
        isClosed = true
        // Later, since a quit asked for while this event is still being told is ignored.
        setImmediate(() => app.quit())
      })
  })
}

/** What the last run left due is backed up once the first screens are there. */
const TAKE_UP_MS = 5000

const start = (host: Host, files: NamedFiles, log: (line: string) => void): void => {
  lockSession(session.defaultSession, development.server)
  if (development.server === null) serveWindow(session.defaultSession, listServedFiles(path.join(OUT, 'renderer')))
  const ipc = createIpc(origin)
  const leaving = new Leaving({
    tell: (request) => {
      const isHeard = ipc.isHeard()
      if (isHeard) ipc.announce({ type: 'save', request })
      return isHeard
    },
    ask: askToLeave(() => window),
  })
  const window = createWindow({
    page: `${origin}/index.html`,
    preload: path.join(OUT, 'preload', 'preload.cjs'),
    stateFile: inUserData('window.json'),
    leaving,
  })
  ipc.register(window.webContents)
  const incident = (doing: string, error: unknown): string => logIncident(doing, error, log)
  const context = createContext({ host, ipc, leaving, window: () => window, logIncident: incident })
  files.serve((file) => void openNamed(context, file))
  ipc.serve(createCalls(context, log))
  for (const away of ['lock-screen', 'suspend'] as const)
    powerMonitor.on(away as 'suspend', () => ipc.announce({ type: 'lock' }))
  installMenu((id) => ipc.announce({ type: 'action', id }))
  app.on('second-instance', (_event, args, folder) => {
    // The company of the closed window is still being backed up. A new start takes that up: nobody waits for a window.
    if (window.isDestroyed()) {
      app.relaunch({ args: args.slice(1) })
      void context.keeper.end()
      return
    }
    if (window.isMinimized()) window.restore()
    window.focus()
    files.name(fileArgument(args.slice(1), folder))
  })
  restartWhenFailed(window, {
    logIncident: incident,
    announce: ipc.announce,
    ask: askToRestart(() => window),
    leaving,
  })
  window.once('ready-to-show', () => host.warmUp())
  closeBeforeQuit(context)
  setTimeout(() => context.keeper.takeUp(), TAKE_UP_MS).unref()
}

if (app.requestSingleInstanceLock()) {
  const log = createIncidentLog(inUserData('logs'), clock)
  process.on('uncaughtException', (error) => {
    logIncident('the main process', error, log)
    app.exit(1)
  })
  process.on('unhandledRejection', (error) => void logIncident('a promise of the main process', error, log))
  // Root, in development, starts without Chromium's sandbox (--no-sandbox); asking for both ends in a crash.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  registerScheme()
  switchOffNetworking(development.server)
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
  app.on('window-all-closed', () => app.quit())
  const files = new NamedFiles()
  files.name(fileArgument(process.argv.slice(1), process.cwd()))
  app.on('open-file', (event, file) => {
    event.preventDefault()
    files.name(file)
  })
  const host = new Host({ log, devices: inUserData('devices.json') })
  // A company named at the start is what the window waits for. Without one the window comes first, and has the cores to itself.
  if (files.isNamed) host.warmUp()
  // Not awaited at the top level: Electron starts only once this module has ended.
  void app.whenReady().then(() => start(host, files, log))
} else {
  app.quit()
}
