import path from 'node:path'
import type {
  BackupComparison,
  BackupPlace,
  BackupState,
  BackupVerdict,
  ListedBackup,
} from '../../../src-shared/company/contract/backups.ts'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import { chosenFile } from '../chosen-file.ts'
import type { KnownCompany } from '../backup-places.ts'
import { companyFileKind, type ShellContext, type ShellControl, type ShellHandler } from '../context.ts'
import { asDiskRefusal } from '../disk-refusal.ts'
import { fileNameFor, withEnding } from '../file-name.ts'

type Found = Omit<ListedBackup, 'token' | 'file'> & { readonly path: string }

interface Listing {
  readonly isThere: boolean
  readonly places: readonly BackupPlace[]
  readonly backups: readonly Found[]
}

interface Restored {
  readonly previous: string | null
  readonly isProved: boolean
}

const making = (control: ShellControl) => ({ onProgress: control.progress, onStarted: control.onCancel })

export const backUpCompany: ShellHandler<'company.backUp'> = async ({ keeper, life }, _input, control) => {
  const { onlyReads } = life.threads()
  if (onlyReads !== null) throw onlyReads
  return keeper.backUp(life.known(), making(control))
}

const stateOf = async ({ host, life, places }: ShellContext): Promise<BackupState> => {
  const { companyUid, path: company } = life.known()
  const found = await host.backups<BackupPlace[]>({ do: 'places', companyUid, places: places.of(companyUid) })
  return { company, places: found }
}

export const backupState: ShellHandler<'backups.state'> = (context) => stateOf(context)

const titles = {
  first: 'Choose where backups go: a folder, a USB stick or a network share',
  second: 'Choose a second place for backups, best on another disk',
} as const

export const choosePlace: ShellHandler<'backups.choosePlace'> = async (context, { which }) => {
  const { companyUid } = context.life.known()
  const now = context.places.of(companyUid).find((place) => place.which === which)
  const start = now?.isDefault === false ? now.folder : context.folders.documents
  const chosen = await context.dialogs.folder(titles[which], start)
  if (chosen === null) return null
  await keepPlace(context, companyUid, which, await chosenFile(chosen))
  return stateOf(context)
}

export const forgetPlace: ShellHandler<'backups.forgetPlace'> = async (context, { which }) => {
  await keepPlace(context, context.life.known().companyUid, which, null)
  return stateOf(context)
}

const keepPlace = async (
  { places }: ShellContext,
  companyUid: string,
  which: 'first' | 'second',
  folder: string | null,
): Promise<void> => {
  try {
    await places.choose(companyUid, which, folder)
  } catch (error) {
    throw asDiskRefusal(error, 'backups')
  }
}

export const openBackupFolder: ShellHandler<'backups.openFolder'> = async (context, { which }) => {
  const place = (await stateOf(context)).places.find((each) => each.which === which)
  if (place === undefined || !place.isThere)
    throw new Refusal('backup_place_gone', { place: place === undefined ? which : path.basename(place.folder) })
  await context.desktop.openFolder(place.folder)
  return null
}

/** Whose backups are asked for: of a company opened before, of the open one, or of the one that an open backup is of. */
const askedFor = async (context: ShellContext, token: string | undefined): Promise<KnownCompany> => {
  if (token !== undefined) {
    const file = context.tokens.pathOf(token, 'recent')
    const noted = context.recent.list().find((entry) => entry.path === file)?.uid
    const companyUid = (await context.host.backups<string | null>({ do: 'whose', path: file })) ?? noted ?? ''
    return { path: file, companyUid }
  }
  const open = context.life.known()
  const { of } = context.listed
  return context.host.copyAt(open.path) !== null && of?.companyUid === open.companyUid ? of : open
}

export const listBackups: ShellHandler<'backups.list'> = async (context, { token }) => {
  const company = await askedFor(context, token)
  context.listed.show(company)
  const places = context.places.of(company.companyUid)
  const found = await context.host.backups<Listing>({ do: 'list', ...company, places })
  return {
    company: { file: path.basename(company.path), isThere: found.isThere },
    places: found.places,
    backups: found.backups.map((backup) => listed(context, backup)),
  }
}

const listed = (context: ShellContext, { path: file, ...backup }: Found): ListedBackup => ({
  ...backup,
  token: context.listed.tokenOf(file),
  file: path.basename(file),
})

export const checkBackup: ShellHandler<'backups.check'> = async ({ host, tokens }, { token }, control) =>
  host.backups<BackupVerdict>({ do: 'check', file: tokens.pathOf(token, 'backup') }, making(control))

export const compareBackup: ShellHandler<'backups.compare'> = async (context, { token }, control) => {
  const file = context.tokens.pathOf(token, 'backup')
  const { path: inUse } = context.listed.of ?? context.life.known()
  return context.host.backups<BackupComparison>({ do: 'compare', file, path: inUse }, making(control))
}

export const newestGoodBackup: ShellHandler<'backups.newestGood'> = async (context, _input, control) => {
  const company = context.life.known()
  context.listed.show(company)
  const places = context.places.of(company.companyUid)
  const newest = await context.host.backups<string | null>(
    { do: 'newestGood', companyUid: company.companyUid, places },
    making(control),
  )
  const { backups } = await context.host.backups<Listing>({ do: 'list', ...company, places })
  const found = backups.find((backup) => backup.path === newest)
  return found === undefined ? null : listed(context, found)
}

export const restoreBackup: ShellHandler<'backups.restore'> = async (context, { token }, control) => {
  const file = token === undefined ? lookedAt(context) : context.tokens.pathOf(token, 'backup')
  const target = await targetOf(context, token, file)
  if (target === null) return null
  if (!context.life.isOpen) await assertNobodyIsPassed(context, target)
  let previous: string | null = null
  let isProved = false
  const company = await context.life.around(target, async () => {
    const job = { do: 'restore', file, path: target, devices: context.host.devices } as const
    const restored = await context.host.backups<Restored>(job, making(control))
    isProved = restored.isProved
    previous = restored.previous === null ? null : path.basename(restored.previous)
    return target
  })
  return { company, previous, isProved }
}

/** Where no company is open nobody was asked who works: a company that asks for PINs is opened for that first. */
const assertNobodyIsPassed = async ({ host }: ShellContext, target: string): Promise<void> => {
  if (await host.backups<boolean>({ do: 'asksWhoWorks', path: target }))
    throw new Refusal('restore_by_owner', { file: path.basename(target) })
}

/** The backup that is open. */
const lookedAt = ({ life, host }: ShellContext): string => {
  const { path: file } = life.known()
  if (host.copyAt(file) === null) throw new Refusal('no_company_open')
  return file
}

/**
 * The file whose backups were listed. A backup that was opened by itself takes the place of the company it is of, as it was
 * opened last; where none was, the clerk says where it goes.
 */
const targetOf = async (context: ShellContext, token: string | undefined, file: string): Promise<string | null> => {
  const known = context.listed.of
  if (token !== undefined && known !== null) return known.path
  const companyUid = await context.host.backups<string | null>({ do: 'whose', path: file })
  const isWorkedIn = (candidate: string): boolean => context.host.copyAt(candidate) === null
  if (known !== null && known.companyUid === companyUid && isWorkedIn(known.path)) return known.path
  const recent = context.recent.list().find(({ uid, path: at }) => uid === companyUid && isWorkedIn(at))
  if (recent !== undefined && companyUid !== null) return recent.path
  const { profile } = (await context.life.current()) ?? {}
  const suggested = path.join(context.folders.documents, `${fileNameFor(profile?.name ?? 'Company')}.duebook`)
  const chosen = await context.dialogs.save('Where the restored company goes', suggested, companyFileKind)
  return chosen === null ? null : withEnding(chosen, '.duebook')
}

export const lookAtBackup: ShellHandler<'backups.look'> = async ({ life, tokens }, { token }) =>
  life.open(await chosenFile(tokens.pathOf(token, 'backup')))
