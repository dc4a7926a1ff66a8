import type { FunctionComponent } from 'react'
import type { DoneOperation } from './done.ts'

/**
 * What a module says of commands that other modules carry out, such as figures that are wrong by now. It stands over the
 * screen that comes next, whichever has sent the command.
 */
export interface ContributedNews {
  readonly hear: (done: DoneOperation) => void
  /** Another company is open. */
  readonly forget: () => void
  /** Draws nothing while there is nothing to say. */
  readonly banner: FunctionComponent
}

export const defineNews = (news: ContributedNews): ContributedNews => news
