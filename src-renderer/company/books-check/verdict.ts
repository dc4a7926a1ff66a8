import type { BookCheck } from '../../../src-shared/company/contract/company.ts'
import { isSound } from '../../../src-shared/company/rules/sound-books.ts'

/** The outcome in words, with what to do when it is bad. */
export function verdictText(check: BookCheck): string {
  const { rules, chain } = check
  if (isSound(check)) {
    return `The books are sound: all ${rules.length} rules hold and the chain of commands is unbroken.`
  }
  const broken = rules.filter(({ violations }) => violations > 0).length
  const brokenRules = broken === 0 ? '' : `${broken} of ${rules.length} rules ${broken === 1 ? 'is' : 'are'} broken. `
  const unlinked = chain.intact ? '' : 'The chain of commands is broken. '
  return `${brokenRules}${unlinked}Post nothing more, and restore the newest good backup.`
}
