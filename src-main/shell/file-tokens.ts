import { randomBytes } from 'node:crypto'
import { Refusal } from '../../src-shared/kit/refusal.ts'

export type TokenPurpose = 'import' | 'recent' | 'backup'

/** Minutes a token is good for: an import is mapped at leisure, a welcome screen stands open all morning. */
const minutesGood: Readonly<Record<TokenPurpose, number>> = { import: 30, recent: 12 * 60, backup: 12 * 60 }

/** More than this many of a purpose and its oldest goes; a list of backups is long. */
const tokensMost: Readonly<Record<TokenPurpose, number>> = { import: 100, recent: 100, backup: 1000 }

interface Kept {
  readonly path: string
  readonly purpose: TokenPurpose
  readonly goodUntilMs: number
}

/**
 * Files the clerk chose, by a token that says nothing about their path. A token serves one purpose, and is used up by
 * the success of what it was given for, not by the first try: an import is previewed, checked and then run, and a
 * company that was in use is tried again. Whatever else happens, it expires.
 */
export interface FileTokens {
  issue(path: string, purpose: TokenPurpose): string
  /** The file behind a token. Throws Refusal `token_invalid` when it is forged, spent, expired or for something else. */
  pathOf(token: string, purpose: TokenPurpose): string
  spend(token: string): void
  revokeAll(purpose: TokenPurpose): void
}

export const createFileTokens = (nowMs: () => number = Date.now): FileTokens => {
  const kept = new Map<string, Kept>()
  return {
    issue: (path, purpose) => {
      const token = randomBytes(16).toString('hex')
      kept.set(token, { path, purpose, goodUntilMs: nowMs() + minutesGood[purpose] * 60_000 })
      const alike = [...kept].filter(([, each]) => each.purpose === purpose)
      const [oldest] = alike[0] ?? []
      if (alike.length > tokensMost[purpose] && oldest !== undefined) kept.delete(oldest)
      return token
    },
    pathOf: (token, purpose) => {
      const found = kept.get(token)
      if (!found || found.purpose !== purpose || found.goodUntilMs <= nowMs())
        throw new Refusal('token_invalid', {}, 'token')
      return found.path
    },
    spend: (token) => void kept.delete(token),
    revokeAll: (purpose) => {
      for (const [token, { purpose: given }] of kept) if (given === purpose) kept.delete(token)
    },
  }
}
