import type { RefusalCode, Refused } from '../../src-shared/kit/refusal.ts'
import { describeRefusal } from '../../src-shared/refusals.ts'

/** Duebook said no. `message` is the sentence for the clerk, `path` the field at fault, such as `lines.2.quantity`. */
export class RefusedError extends Error {
  readonly refused: Refused

  constructor(refused: Refused) {
    super(describeRefusal(refused))
    this.name = 'RefusedError'
    this.refused = refused
  }

  get code(): RefusalCode {
    return this.refused.code
  }

  get path(): string {
    return this.refused.path
  }
}

/** For a promise whose refusal its command or its screen shows: nothing more is to be done about it. A defect is thrown on. */
export function leaveRefused(error: unknown): void {
  if (!(error instanceof RefusedError)) throw error
}
