import type { ReadPhrase } from '../../../src-shared/company/rules/recovery-phrase.ts'

/** What keeps typed groups from being a recovery phrase, in words; null when nothing does. */
export function phraseProblem(read: ReadPhrase): string | null {
  if ('secret' in read) return null
  switch (read.problem) {
    case 'letter':
      return `Group ${read.at} has a letter that no recovery phrase has. Compare it with the printed one.`
    case 'length':
      return read.at > 9
        ? 'That is more than nine groups of four.'
        : `Group ${read.at} is next. Nine groups of four make it whole.`
    case 'checksum':
      return 'A letter differs from what was printed. Compare it group by group.'
  }
}
