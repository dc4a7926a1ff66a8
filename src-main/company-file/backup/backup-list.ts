import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Holds, WhichPlace } from '../../../src-shared/company/contract/backups.ts'
import type { CopyKind } from '../../../src-shared/company/contract/copy.ts'
import type { Connection } from '../../db/connection.ts'
import { damageRefusal } from '../../db/errors.ts'
import { openReadable } from '../../db/open.ts'
import { backupsIn } from './backup-manifest.ts'
import { copyKindOf, madeAtOf } from './backup-mark.ts'
import { whatItHolds } from './backup-soundness.ts'

export interface Place {
  readonly which: WhichPlace
  readonly folder: string
  readonly isDefault: boolean
}

export interface ListedPlace extends Place {
  readonly isThere: boolean
  readonly lastAt: string | null
}

export interface ListedBackup {
  readonly path: string
  readonly kind: CopyKind
  readonly place: WhichPlace | 'beside'
  readonly madeAt: string
  readonly bytes: number
  readonly holds: Holds | null
}

/** The places of a company's backups, and when each was last brought up to date. */
export const findPlaces = (places: readonly Place[], companyUid: string): readonly ListedPlace[] =>
  places.map((place) => ({
    ...place,
    // The program makes its own folder with the first backup.
    isThere: place.isDefault || existsSync(place.folder),
    lastAt: backupsIn(place.folder, companyUid)[0]?.madeAt ?? null,
  }))

/** Every backup of a company, in its places and beside its file, the newest first. */
export function findBackups(
  places: readonly Place[],
  companyUid: string,
  companyPath: string,
): readonly ListedBackup[] {
  const found = places.flatMap(({ which, folder }) =>
    backupsIn(folder, companyUid).map(({ file, madeAt, bytes, holds }): ListedBackup => {
      const path = join(folder, file)
      return { path, kind: 'backup', place: which, madeAt, bytes, holds: holds ?? holdsOf(path, companyUid) }
    }),
  )
  return [...found, ...besideCompany(companyUid, companyPath, found)].toSorted((a, b) =>
    a.madeAt < b.madeAt ? 1 : a.madeAt > b.madeAt ? -1 : 0,
  )
}

/** What a restore or a migration left there: the way back from it. */
function besideCompany(
  companyUid: string,
  companyPath: string,
  listed: readonly ListedBackup[],
): readonly ListedBackup[] {
  const folder = dirname(companyPath)
  if (!existsSync(folder)) return []
  const stem = `${basename(companyPath).replace(/\.duebook$/, '')}.before-`
  return readdirSync(folder)
    .filter((name) => name.startsWith(stem) && name.endsWith('.duebook'))
    .map((name) => join(folder, name))
    .filter((path) => !listed.some((each) => each.path === path))
    .flatMap((path) => {
      const kind = copyKindOf(path)
      if (kind === null) return []
      const { size: bytes } = statSync(path)
      return { path, kind, place: 'beside' as const, madeAt: madeAtOf(path), bytes, holds: holdsOf(path, companyUid) }
    })
}

/** Null where it cannot be read, and where it is another company's. */
function holdsOf(path: string, companyUid: string): Holds | null {
  let copy: Connection | undefined
  try {
    copy = openReadable(path)
    return copy.value<string>('SELECT uid FROM company') === companyUid ? whatItHolds(copy) : null
  } catch (error) {
    if (damageRefusal(error, path) === undefined && !(error instanceof Error && error.name === 'Refusal')) throw error
    return null
  } finally {
    copy?.close()
  }
}
