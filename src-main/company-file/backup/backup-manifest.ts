import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { sealedKeySchema } from '../encryption/sealed-key.ts'
import { syncFile } from './backup-files.ts'

/** What a person knows a copy of a company by. */
const holds = z.object({
  companyName: z.string(),
  /** That of the books. */
  currency: z.string(),
  /** UTC instant, ISO 8601. */
  lastCommandAt: z.iso.datetime(),
  documents: z.int(),
  /** What customers owe, in minor units of the books' currency. */
  receivable: z.int(),
})

/** Beside each backup, written last: a backup without one was not finished. */
const manifestSchema = z.object({
  format: z.literal(1),
  companyUid: z.string(),
  /** Name of the backup, in the manifest's own folder. */
  file: z.string().regex(/^[^/\\]+\.duebook$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int(),
  /** Number of the last migration applied. */
  schemaVersion: z.int(),
  /** Head of the chain of commands: what the backup holds. */
  commandSeq: z.int(),
  commandHash: z.string(),
  /** UTC instant, ISO 8601. */
  madeAt: z.iso.datetime(),
  /** Backups of the first Duebooks say nothing of it, and neither do those that are encrypted: it would be read here in clear. */
  holds: holds.optional(),
  /** Of an encrypted backup: what the passphrase opens. */
  sealedKey: sealedKeySchema.optional(),
})

export type BackupManifest = Readonly<z.infer<typeof manifestSchema>>

const ENDING = '.json'

export const manifestPath = (backupFile: string): string => backupFile + ENDING

/** Whole or absent: written under another name, synced, renamed. */
export function writeManifest(folder: string, manifest: BackupManifest): void {
  const path = manifestPath(join(folder, manifest.file))
  const unfinished = `${path}.part`
  writeFileSync(unfinished, `${JSON.stringify(manifest, null, 2)}\n`)
  syncFile(unfinished)
  renameSync(unfinished, path)
}

/** Null when there is none, or when it is none of ours. */
export function readManifest(path: string): BackupManifest | null {
  if (!existsSync(path)) return null
  const text = readFileSync(path, 'utf8')
  const manifest = manifestSchema.safeParse(isJson(text) ? JSON.parse(text) : null)
  return manifest.success ? manifest.data : null
}

/** Every finished backup of a company in a folder, the newest first. */
export function backupsIn(folder: string, companyUid: string): readonly BackupManifest[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(`.duebook${ENDING}`))
    .map((name) => readManifest(join(folder, name)))
    .filter((manifest) => manifest !== null)
    .filter((manifest) => manifest.companyUid === companyUid && existsSync(join(folder, manifest.file)))
    .toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : a.madeAt > b.madeAt ? -1 : b.commandSeq - a.commandSeq))
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}
