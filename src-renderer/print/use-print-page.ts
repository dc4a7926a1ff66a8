import { useCallback, useEffect, useRef } from 'react'
import { api } from '../api/client.ts'
import { RefusedError } from '../api/refused-error.ts'
import { useAction } from '../keyboard/use-action.ts'
import { useNotices } from '../ui/Notices.tsx'

export type PrintPageOptions = {
  /** Names the print job and, where it is kept as a file, the file. */
  readonly title: string
  /** Everything that goes on paper is read. */
  readonly isReady?: boolean
}

/** Who asked for paper that long ago has given it up, or seen why it does not come. */
const WAITS_MS = 10_000

/**
 * Puts the screen on paper as its print styles lay it out; lists print all their rows. Returns what Ctrl+P does, for a
 * screen that prints by itself. A refusal, such as no printer, is said in a notice. Asked for while the screen still reads what
 * goes on paper, it is printed as soon as that is read: a key is never lost.
 */
export function usePrintPage({ title, isReady = true }: PrintPageOptions): () => void {
  const { say } = useNotices()
  const print = useCallback(() => {
    api.page.print({ title }).then(undefined, (error: unknown) => {
      if (!(error instanceof RefusedError)) throw error
      say(error.message, { tone: 'bad' })
    })
  }, [title, say])
  const requestedAt = useRef<number | null>(null)
  useAction('print.page', () => {
    if (isReady) print()
    else requestedAt.current = performance.now()
  })
  useEffect(() => {
    if (!isReady || requestedAt.current === null) return
    const isWanted = performance.now() - requestedAt.current < WAITS_MS
    requestedAt.current = null
    if (isWanted) print()
  }, [isReady, print])
  return print
}
