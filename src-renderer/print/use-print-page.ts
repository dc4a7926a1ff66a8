import { useCallback } from 'react'
import { api } from '../api/client.ts'
import { RefusedError } from '../api/refused-error.ts'
import { useAction } from '../keyboard/use-action.ts'
import { useNotices } from '../ui/Notices.tsx'

export type PrintPageOptions = {
  /** Names the print job and, where it is kept as a file, the file. */
  readonly title: string
  readonly enabled?: boolean
}

/**
 * Puts the screen on paper as its print styles lay it out; lists print all their rows. Returns what Ctrl+P does, for a
 * screen that prints by itself. A refusal, such as no printer, is said in a notice.
 */
export function usePrintPage({ title, enabled = true }: PrintPageOptions): () => void {
  const { say } = useNotices()
  const print = useCallback(() => {
    api.page.print({ title }).then(undefined, (error: unknown) => {
      if (!(error instanceof RefusedError)) throw error
      say(error.message, { tone: 'bad' })
    })
  }, [title, say])
  useAction('print.page', print, { enabled })
  return print
}
