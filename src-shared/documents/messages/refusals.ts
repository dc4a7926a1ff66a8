import type { Sentences } from '../../kit/refusal.ts'
import type { WarningSentences } from '../../kit/warning.ts'

export const refusals = {
  not_copied: ({ number, what }: { number: string; what: string }) =>
    `${number} is ${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what}, which has no entry to be copied to. Void it, then enter it again.`,
  unidentified_not_copied:
    '{number} was {unidentified} before it was identified. Void it, and {unidentified} waits to be identified again.',
} as const satisfies Sentences

export const warnings = {
  copy_bills_skipped_day:
    'The copy bills {name} of {date}, which is skipped. Restore that day if you do not post the copy.',
} as const satisfies WarningSentences

type Declared = typeof refusals
declare module '../../kit/refusal.ts' {
  interface Refusals extends Declared {}
}
type DeclaredWarnings = typeof warnings
declare module '../../kit/warning.ts' {
  interface Warnings extends DeclaredWarnings {}
}
