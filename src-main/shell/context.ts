import type { ShellEvent } from '../../src-shared/bridge.ts'
import type { OutputOf, ParsedInput, ShellName } from '../../src-shared/contract.ts'
import type { Host } from '../threads/host.ts'
import type { BackupKeeper } from './backup-keeper.ts'
import type { BackupPlaces } from './backup-places.ts'
import type { CompanyLife } from './company-life.ts'
import type { FileTokens } from './file-tokens.ts'
import type { ListedBackups } from './listed-backups.ts'
import type { Leaving } from './leaving.ts'
import type { RecentCompanies } from './recent-companies.ts'

export interface FileKind {
  /** As the dialog shows it: `CSV file`. */
  readonly name: string
  readonly extensions: readonly string[]
}

/** The system's file dialogs. Null when the clerk closes one. */
export interface Dialogs {
  open(title: string, kind: FileKind): Promise<string | null>
  save(title: string, suggested: string, kind: FileKind): Promise<string | null>
  folder(title: string, suggested: string): Promise<string | null>
}

/** What the system does for us outside our window. */
export interface Desktop {
  /** In the system's own window of files. */
  openFolder(folder: string): Promise<void>
  copyText(text: string): void
}

export interface Printer {
  isInstalled(): Promise<boolean>
  /** Shows the system's print dialog; null when the clerk closes it. Throws Refusal `print_failed`. */
  print(pdf: Uint8Array, title: string): Promise<{ readonly pages: number } | null>
  /** The same for what the window shows; false when the clerk closes the dialog. */
  printWindow(title: string): Promise<boolean>
}

export interface Folders {
  readonly documents: string
  /** Companies made without asking where: the sample. */
  readonly companies: string
  readonly backups: string
}

/** What shell operations work with; tests put their own dialogs, printer and folders in. */
export interface ShellContext {
  readonly host: Host
  readonly life: CompanyLife
  readonly dialogs: Dialogs
  readonly printer: Printer
  readonly tokens: FileTokens
  readonly recent: RecentCompanies
  readonly leaving: Leaving
  /** As the window's own button does: the page saves first. */
  readonly closeWindow: () => void
  readonly reloadWindow: () => void
  readonly folders: Folders
  readonly desktop: Desktop
  readonly keeper: BackupKeeper
  readonly places: BackupPlaces
  readonly listed: ListedBackups
  readonly clock: () => Date
  /** Writes a defect to the log and gives the id that finds it there. */
  readonly logIncident: (doing: string, error: unknown) => string
  readonly announce: (event: ShellEvent) => void
}

export interface ShellControl {
  readonly progress: (done: number, total: number) => void
  /** Registers what is to happen when the clerk cancels. */
  readonly onCancel: (stop: () => void) => void
}

/** An operation of the main process itself. Throws Refusal to say no. */
export type ShellHandler<N extends ShellName> = (
  context: ShellContext,
  input: ParsedInput<N>,
  control: ShellControl,
) => Promise<OutputOf<N>>

export const companyFileKind: FileKind = { name: 'Duebook company', extensions: ['duebook'] }
