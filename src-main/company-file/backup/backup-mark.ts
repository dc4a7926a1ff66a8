import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { CopyKind, CopyMade } from '../../../src-shared/company/contract/copy.ts'
import { readHeader } from '../../db/cipher/file-keys.ts'

/** "Back", in the header's user version: a backup says that it is one under any name, and without its manifest. */
export const MARK = 0x4261636b
const USER_VERSION_AT = 60
const NAMED = /\.(backup|before-migration|before-restore)-\d{8}T\d{6}Z(?:-\d+)?\.duebook$/i

const kindOfName: Readonly<Record<string, CopyKind>> = {
  backup: 'backup',
  'before-migration': 'before_migration',
  'before-restore': 'before_restore',
}

/** Null for a company to work in. What was copied before a restore or a migration is known by its name alone. */
export function copyKindOf(path: string): CopyKind | null {
  const named = NAMED.exec(basename(path))?.[1]?.toLowerCase()
  if (named !== undefined) return kindOfName[named] ?? null
  return userVersionOf(path) === MARK ? 'backup' : null
}

/** The same, and when it was made; null also where the file cannot be read. */
export function copyAt(path: string): CopyMade | null {
  try {
    const kind = copyKindOf(path)
    return kind && { kind, madeAt: madeAtOf(path) }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

/** UTC instant in the name; of one that was renamed, of its last change. */
export function madeAtOf(path: string): string {
  const [, ...parts] = /-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(basename(path)) ?? []
  const [year, month, day, hour, minute, second] = parts
  return parts.length === 0
    ? statSync(path).mtime.toISOString()
    : `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
}

/** Of an encrypted file only where its key is held; without it, its name tells. */
function userVersionOf(path: string): number | undefined {
  return readHeader(path)?.readUInt32BE(USER_VERSION_AT)
}
