import { useEffect, useState } from 'react'
import type { TieOut } from '../../src-shared/reports/contract/ledger.ts'
import { isReadAgain } from '../../src-shared/contract.ts'
import { LAST_DATE } from '../../src-shared/domain/dates/calendar.ts'
import { api, RefusedError } from '../api/client.ts'
import { onDone } from '../api/done.ts'
import { sayRefused } from '../api/events.ts'

/** What the last tie-out said, and whether the ledger has changed since it was asked. */
export type LastTieOut = { readonly tie: TieOut; readonly at: Date; readonly isCurrent: boolean }

const QUIET_MS = 2000
const REST = 10

/** How long to leave the ledger alone before the next tie-out: it takes a tenth of the time at most, also on a slow disk. */
export const waitBeforeTieOut = (lastMs: number): number => Math.max(QUIET_MS, REST * lastMs)

/** Asked when a company opens, and after a change once nothing has changed for a while. Null until the first answer. */
export function useTieOut(file: string): LastTieOut | null {
  const [last, setLast] = useState<LastTieOut | null>(null)

  useEffect(() => {
    let changes = 0
    let took = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    let isWanted = true

    async function ask(): Promise<void> {
      const began = performance.now()
      const seen = changes
      const tie = await tieOutOfAll()
      took = performance.now() - began
      if (isWanted && tie !== null) setLast({ tie, at: new Date(), isCurrent: seen === changes })
    }

    function later(): void {
      changes += 1
      setLast((before) => before && { ...before, isCurrent: false })
      clearTimeout(timer)
      timer = setTimeout(() => void ask(), waitBeforeTieOut(took))
    }

    void ask()
    const unsubscribe = onDone(({ name }) => {
      if (isReadAgain('ledger.tieOut', name)) later()
    })
    return () => {
      isWanted = false
      unsubscribe()
      clearTimeout(timer)
      setLast(null)
    }
  }, [file])

  return last
}

/** Null when it was refused: then nothing is claimed. */
async function tieOutOfAll(): Promise<TieOut | null> {
  try {
    return await api.ledger.tieOut({ asOf: LAST_DATE })
  } catch (error: unknown) {
    if (!(error instanceof RefusedError)) throw error
    sayRefused(error)
    return null
  }
}
