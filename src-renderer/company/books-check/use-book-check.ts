import { useEffect, useState } from 'react'
import type { BookCheck } from '../../../src-shared/company/contract/company.ts'
import { api, RefusedError } from '../../api/client.ts'
import type { Progress } from '../../api/client.ts'

export type BookCheckState =
  | { readonly kind: 'checking'; readonly progress: Progress | null }
  | { readonly kind: 'checked'; readonly check: BookCheck }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'refused'; readonly message: string }

export type RunningBookCheck = {
  readonly state: BookCheckState
  readonly stop: () => void
  readonly again: () => void
}

const STARTED: BookCheckState = { kind: 'checking', progress: null }

/** Checks the books when the screen opens, and whenever asked again; leaving the screen stops it. */
export function useBookCheck(): RunningBookCheck {
  const [state, setState] = useState<BookCheckState>(STARTED)
  const [round, setRound] = useState(0)
  const [running, setRunning] = useState<{ cancel(): void } | null>(null)
  const isChecking = state.kind === 'checking'

  useEffect(() => {
    if (!isChecking) return
    let isWanted = true
    const tell = (next: BookCheckState): void => {
      if (isWanted) setState(next)
    }
    const call = api.start('company.check', {}, { onProgress: (progress) => tell({ kind: 'checking', progress }) })
    setRunning(call)
    call.promise.then(
      (check) => tell({ kind: 'checked', check }),
      (error: unknown) => {
        if (!(error instanceof RefusedError)) throw error
        tell(error.code === 'cancelled' ? { kind: 'stopped' } : { kind: 'refused', message: error.message })
      },
    )
    return () => {
      isWanted = false
      call.cancel()
    }
  }, [round, isChecking])

  return {
    state,
    stop: () => running?.cancel(),
    again: () => {
      setState(STARTED)
      setRound((before) => before + 1)
    },
  }
}
