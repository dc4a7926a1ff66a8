import { listed } from '../../../src-shared/domain/text/listed.ts'
import type { Twin } from '../../../src-shared/company/contract/copy.ts'
import type { Beyond, BackupPlace, ListedBackup } from '../../../src-shared/company/contract/backups.ts'

const pad = (part: number): string => String(part).padStart(2, '0')

/** A moment as this computer's clock has it: 2025-06-30 12:05. */
export const momentText = (instant: string): string => {
  const at = new Date(instant)
  const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
  return `${day} ${pad(at.getHours())}:${pad(at.getMinutes())}`
}

export const kindText: Readonly<Record<ListedBackup['kind'], string>> = {
  backup: 'Backup',
  before_restore: 'Before a restore',
  before_migration: 'Before an update',
}

export const placeText: Readonly<Record<ListedBackup['place'], string>> = {
  first: 'First place',
  second: 'Second place',
  beside: 'Beside the company',
}

const documentNames: Readonly<Record<string, readonly [one: string, more: string]>> = {
  invoice: ['invoice', 'invoices'],
  credit_note: ['credit note', 'credit notes'],
  debit_note: ['debit note', 'debit notes'],
  finance_charge: ['finance charge', 'finance charges'],
  receipt: ['receipt', 'receipts'],
  refund: ['refund', 'refunds'],
  adjustment: ['adjustment', 'adjustments'],
}

const counted = (count: number, [one, more]: readonly [string, string]): string =>
  `${count} ${count === 1 ? one : more}`

/** "4 commands: 2 invoices (INV-00012 to INV-00013) and 1 receipt (RCT-00007)"; a command that posts nothing is only counted. */
export const beyondText = ({ commands, documents }: Beyond): string => {
  const kinds = documents.map(({ kind, count, first, last }) => {
    const numbers = first === last ? first : `${first} to ${last}`
    return `${counted(count, documentNames[kind] ?? ['document', 'documents'])} (${numbers})`
  })
  const all = counted(commands, ['command', 'commands'])
  return kinds.length === 0 ? all : `${all}: ${listed(kinds)}`
}

const commandsText = (count: number): string => counted(count, ['command', 'commands'])

/** How a file of the company stands to another that was worked in too. */
export const twinText = (file: string, { file: other, folder, commonAt, onlyHere, onlyThere }: Twin): string => {
  if (other === null)
    return `This is not the ${file} that was last worked in here: it was put in its place, and lacks what was entered since.`
  const there = `${other} in ${folder ?? ''}`
  const since = commonAt === null ? '' : ` since ${momentText(commonAt)}`
  return onlyHere === 0
    ? `This is an older copy of ${there}, which has ${commandsText(onlyThere)} more${since}. Work in that one.`
    : `This company is also in ${there}, and both were worked in${since}: ${commandsText(onlyHere)} are only here, ${onlyThere} only there. Go on in one of them, and enter there what it lacks.`
}

const DAY_MS = 86_400_000

/** The warning of a company whose last good backup is older than it allows; null where none is due. */
export const oldBackupText = (places: readonly BackupPlace[], daysMost: number, now: Date): string | null => {
  const late = places.filter(({ lastAt }) => lastAt === null || ageDays(lastAt, now) > daysMost)
  const [first] = late
  if (first === undefined) return null
  const where = first.which === 'second' ? ' in the second place' : ''
  if (first.lastAt === null) return `There is no good backup of this company${where} yet.`
  return `The last good backup${where} is ${Math.floor(ageDays(first.lastAt, now))} days old.`
}

const ageDays = (instant: string, now: Date): number => (now.getTime() - new Date(instant).getTime()) / DAY_MS

/** So many broken rules are named; Check the books lists all. */
const NAMED_MOST = 3

/** What is wrong with a file: as it was opened, or by the check after an unclean end. */
export function damageText(file: string, broken: readonly string[]): string {
  if (broken.length === 0) return `${file} is damaged and was not changed.`
  const named = broken.slice(0, NAMED_MOST).map((title) => `“${title}”`)
  const others = broken.length - named.length
  const more = others === 0 ? '' : `, and ${others} more`
  return `The check of all of ${file} found damage: it does not hold that ${named.join(', ')}${more}.`
}
