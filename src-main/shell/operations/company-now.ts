import path from 'node:path'
import type { ShellHandler } from '../context.ts'

export const currentCompany: ShellHandler<'company.current'> = (context) => context.life.current()

export const closeCompany: ShellHandler<'company.close'> = async (context) => {
  await context.life.close()
  return null
}

/** Each listing gives new tokens and ends those of the one before. A backup is never offered as a company. */
export const recentCompanies: ShellHandler<'company.recent'> = async (context) => {
  context.tokens.revokeAll('recent')
  const companies = context.recent.list().filter((entry) => context.host.copyAt(entry.path) === null)
  return companies.map((entry) => ({
    token: context.tokens.issue(entry.path, 'recent'),
    file: path.basename(entry.path),
    folder: path.basename(path.dirname(entry.path)),
    name: entry.name,
    openedAt: entry.openedAt,
    isEncrypted: context.host.isEncrypted(entry.path),
  }))
}
