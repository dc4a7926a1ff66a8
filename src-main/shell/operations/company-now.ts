import path from 'node:path'
import type { ShellHandler } from '../context.ts'

export const currentCompany: ShellHandler<'company.current'> = (context) => context.life.current()

export const closeCompany: ShellHandler<'company.close'> = async (context) => {
  await context.life.close()
  return null
}

/** Each listing gives new tokens and ends those of the one before. */
export const recentCompanies: ShellHandler<'company.recent'> = async (context) => {
  context.tokens.revokeAll('recent')
  return context.recent.list().map((entry) => ({
    token: context.tokens.issue(entry.path, 'recent'),
    file: path.basename(entry.path),
    name: entry.name,
    openedAt: entry.openedAt,
  }))
}

export const backUpCompany: ShellHandler<'company.backUp'> = async (context) => {
  const { file, bytes } = await context.life.backUp()
  return { file: path.basename(file), bytes }
}
