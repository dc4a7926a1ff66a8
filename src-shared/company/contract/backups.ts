import { z } from 'zod'
import { fileToken } from '../../kit/fields.ts'
import { output, shell } from '../../kit/operation.ts'
import type { Refused } from '../../kit/refusal.ts'
import type { OpenedCompany } from './company.ts'
import type { CopyKind } from './copy.ts'

/** What a person knows a copy of a company by. */
export interface Holds {
  readonly companyName: string
  /** That of the books. */
  readonly currency: string
  /** UTC instant, ISO 8601. */
  readonly lastCommandAt: string
  readonly documents: number
  /** What customers owe, in minor units of the books' currency. */
  readonly receivable: number
}

export const whichPlace = z.enum(['first', 'second'])
export type WhichPlace = z.infer<typeof whichPlace>

/** A folder that backups go to. */
export interface BackupPlace {
  readonly which: WhichPlace
  /** As the clerk finds it: on this disk, a stick, a network share. Shown only; no path is ever taken from the window. */
  readonly folder: string
  /** Nobody chose it: it is in the program's own data, on the same disk as the company perhaps. */
  readonly isDefault: boolean
  readonly isThere: boolean
  /** UTC instant of the newest good backup there; null without any. */
  readonly lastAt: string | null
}

export interface BackupState {
  /** Path of the company that is open. */
  readonly company: string
  readonly places: readonly BackupPlace[]
}

export interface ListedBackup {
  readonly token: string
  readonly file: string
  readonly kind: CopyKind
  /** Where it lies. */
  readonly place: WhichPlace | 'beside'
  /** UTC instant, ISO 8601. */
  readonly madeAt: string
  readonly bytes: number
  /** Null where it cannot be read. */
  readonly holds: Holds | null
}

export interface BackupList {
  /** The company they are of; its file may be damaged, or gone. */
  readonly company: { readonly file: string; readonly isThere: boolean }
  readonly places: readonly BackupPlace[]
  /** The newest first. */
  readonly backups: readonly ListedBackup[]
}

/** What a check of one backup found: null is that it is good. */
export interface BackupVerdict {
  readonly problem: Refused | null
  /** Its bytes are those that were written; false where it lost its manifest, and only its pages, rules and commands can tell. */
  readonly isProved: boolean
  readonly holds: Holds | null
}

/** Documents of one kind that one file has and the other has not. */
export interface DocumentsApart {
  readonly kind: string
  readonly count: number
  readonly first: string
  readonly last: string
}

/** What one file has beyond what both have. */
export interface Beyond {
  readonly commands: number
  readonly documents: readonly DocumentsApart[]
}

/** A backup beside the file in use. */
export interface BackupComparison {
  /** UTC instant of the last command that both have; null where they share none. */
  readonly commonAt: string | null
  /** What a restore would take away; null where the file in use is too damaged to say, or gone. */
  readonly missing: Beyond | null
  /** What only the backup has. */
  readonly only: Beyond
  readonly inUse: Holds | null
  readonly backup: Holds
}

export interface BackupDone {
  readonly file: string
  readonly bytes: number
  /** Why the second place has none of it; null where it has, or where there is no second place. */
  readonly secondRefused: Refused | null
}

const fileRefusals = [
  'token_invalid',
  'file_not_found',
  'file_not_company',
  'file_newer',
  'file_corrupt',
  'passphrase_needed',
  'migration_changed',
] as const
const diskRefusals = ['file_read_only', 'disk_full', 'disk_error', 'cancelled'] as const

export const backups = {
  /** Backs the open company up to its places. */
  'company.backUp': shell(
    {},
    {
      role: 'viewer',
      output: output<BackupDone>(),
      long: true,
      refusals: ['no_company_open', 'file_corrupt', 'file_is_backup', 'backup_place_gone', ...diskRefusals],
    },
  ),
  /** Where the open company lies and its backups go. */
  'backups.state': shell({}, { output: output<BackupState>(), refusals: ['no_company_open'] }),
  /** Shows the folder dialog. Null when the clerk closes it. */
  'backups.choosePlace': shell(
    { which: whichPlace },
    {
      role: 'supervisor',
      output: output<BackupState | null>(),
      refusals: ['no_company_open', 'backup_place_gone', ...diskRefusals],
    },
  ),
  /** Backups go to the program's own folder again, or to one place only. */
  'backups.forgetPlace': shell(
    { which: whichPlace },
    { role: 'supervisor', output: output<BackupState>(), refusals: ['no_company_open', ...diskRefusals] },
  ),
  /** Shows a place in the system's window of files. */
  'backups.openFolder': shell(
    { which: whichPlace },
    { output: output<null>(), refusals: ['no_company_open', 'backup_place_gone'] },
  ),
  /** Of the open company, or with a token of one opened before. A listing of another one ends the tokens of the one before. */
  'backups.list': shell({ token: fileToken.optional() }, { output: output<BackupList>(), refusals: ['token_invalid'] }),
  /** Reads all of it: bytes, pages, rules, and each command. */
  'backups.check': shell(
    { token: fileToken },
    { output: output<BackupVerdict>(), long: true, refusals: ['token_invalid', 'cancelled'] },
  ),
  'backups.compare': shell(
    { token: fileToken },
    { output: output<BackupComparison>(), long: true, refusals: fileRefusals },
  ),
  /** The newest backup that is good, checked now; null without any. */
  'backups.newestGood': shell(
    {},
    { output: output<ListedBackup | null>(), long: true, refusals: ['no_company_open', 'cancelled'] },
  ),
  /**
   * Puts a backup in the place of the file in use, which is renamed. Without a token: the backup that is being looked at; where
   * nobody knows which file it is of, the save dialog asks. Null when the clerk closes it.
   */
  'backups.restore': shell(
    { token: fileToken.optional() },
    {
      role: 'owner',
      output: output<{
        readonly company: OpenedCompany
        readonly previous: string | null
        readonly isProved: boolean
      } | null>(),
      long: true,
      refusals: [...fileRefusals, ...diskRefusals, 'file_in_use', 'no_company_open', 'restore_by_owner'],
    },
  ),
  /** Opens a backup to look at: nothing can be entered in it. */
  'backups.look': shell(
    { token: fileToken },
    { role: 'owner', output: output<OpenedCompany>(), refusals: [...fileRefusals, ...diskRefusals] },
  ),
}
