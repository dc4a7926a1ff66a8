import { randomBytes } from 'node:crypto'
import { Refusal } from '../../src-shared/kit/refusal.ts'

export type TokenPurpose = 'import' | 'recent' | 'backup'

/** Minutes a token is good for: an import is mapped at leisure, a welcome screen stands open all morning. */
const minutesGood: Readonly<Record<TokenPurpose, number>> = { import: 30, recent: 12 * 60, backup: 12 * 60 }

/** More than this many of a purpose and its oldest goes; a list of backups is long. */
const tokensMost: Readonly<Record<TokenPurpose, number>> = { import: 100, recent: 100, backup: 1000 }

interface TokenFile {
  readonly path: string
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
  const kept: Readonly<Record<TokenPurpose, Map<string, TokenFile>>> = {
    import: new Map(),
    recent: new Map(),
    backup: new Map(),
  }
  return {
    issue: (path, purpose) => {
      const token = randomBytes(16).toString('hex')
      const alike = kept[purpose]
      alike.set(token, { path, goodUntilMs: nowMs() + minutesGood[purpose] * 60_000 })
      const oldest = alike.keys().next().value
      if (alike.size > tokensMost[purpose] && oldest !== undefined) alike.delete(oldest)
      return token
    },
    pathOf: (token, purpose) => {
      const found = kept[purpose].get(token)
      if (!found || found.goodUntilMs <= nowMs()) throw new Refusal('token_invalid', {}, 'token')
      return found.path
    },
    spend: (token) => {
      for (const alike of Object.values(kept)) alike.delete(token)
    },
    revokeAll: (purpose) => kept[purpose].clear(),
  }
}
