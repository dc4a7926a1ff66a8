import type { CommandName } from '../../src-shared/contract.ts'
import type { Approval } from '../../src-shared/kit/operation.ts'
import type { GivenIds } from '../db/new-id.ts'

/** What a command gave the rows it wrote, in the order in which it did. */
export interface GivenKeys {
  readonly ids: GivenIds
  readonly uids: readonly string[]
}

/**
 * A command as it was made: all that another file needs to make it once more, to the same rows where the books are the same.
 * JSON holds it.
 */
export interface MadeCommand extends GivenKeys {
  readonly name: CommandName
  /** As it was sent, with its uid, without approval and without what is secret. */
  readonly input: Readonly<Record<string, unknown>>
  readonly userId: number
  readonly deviceUid: string
  /** UTC instant, ISO 8601. */
  readonly recordedAt: string
  /** Who approved what; the PIN was asked when it was made, and is nowhere. */
  readonly approval: Omit<Approval, 'pin'> | null
  /** What it answered. */
  readonly answer: unknown
}

/**
 * What a command made once more answers. What it warns of may follow from what only the first desk had, its drafts: the warnings of
 * then stay, so that both files log the same. Where anything else differs, the books do, and the answer of now holds.
 */
export const answerAgain = (now: unknown, then: unknown): unknown =>
  withoutWarnings(now) === withoutWarnings(then) ? then : now

const withoutWarnings = (answer: unknown): string =>
  JSON.stringify(answer, (key, value: unknown) => (key === 'warnings' ? undefined : value)) ?? ''
