/** What the ledger stores of an entry, as text; empty while it stores nothing. */
export type StoredText = {
  /** Something is stored, or on its way. */
  readonly exists: boolean
  /**
   * Sends the text unless it is stored already. Gives the write that stores it, null once that is done. A text that was
   * refused is sent again the next time.
   */
  readonly put: (text: string, send: () => Promise<unknown>) => Promise<unknown> | null
}

export function createStoredText(initial: string): StoredText {
  // Null after a refusal: whether the text before it is stored is not known.
  let stored: string | null = initial
  let write: Promise<unknown> | null = null
  return {
    get exists() {
      return stored !== ''
    },
    put: (text, send) => {
      if (text === stored) return write
      const sent = send()
      stored = text
      write = sent
      const end = (outcome: string | null): void => {
        if (write !== sent) return
        write = null
        stored = outcome
      }
      sent.then(
        () => end(text),
        () => end(null),
      )
      return sent
    },
  }
}
