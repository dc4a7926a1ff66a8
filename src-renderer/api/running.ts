import { useMutation } from '@tanstack/react-query'
import { useCallback, useRef, useState, useSyncExternalStore } from 'react'
import type {
  CommandName,
  OperationName,
  OutputOf,
  QueryName,
  ReportName,
  ShellName,
} from '../../src-shared/contract.ts'
import { pendingApprovals, onPendingApprovals } from './approvals.ts'
import { api, type CallInput, type Progress, type StartedCall } from './client.ts'
import type { RefusedError } from './refused-error.ts'

export interface Running<N extends OperationName> {
  /** Rejects with RefusedError; `error` then holds the same. A command has been committed when it resolves. */
  readonly run: (input: CallInput<N>) => Promise<OutputOf<N>>
  readonly isPending: boolean
  readonly error: RefusedError | null
  /** Of the run under way; null before its first report. */
  readonly progress: Progress | null
  readonly cancel: () => void
  /** Forgets the error. */
  readonly reset: () => void
}

const useRunning = <N extends OperationName>(name: N): Running<N> => {
  const [progress, setProgress] = useState<Progress | null>(null)
  const started = useRef<StartedCall<OutputOf<N>> | null>(null)
  const { mutateAsync, isPending, error, reset } = useMutation<OutputOf<N>, RefusedError, CallInput<N>>({
    mutationFn: (input) => {
      setProgress(null)
      started.current = api.start(name, input, { onProgress: setProgress })
      return started.current.promise
    },
    onSettled: () => {
      started.current = null
      setProgress(null)
    },
  })
  const cancel = useCallback(() => started.current?.cancel(), [])
  return { run: mutateAsync, isPending, error, progress, cancel, reset }
}

/** A command, or an operation of the shell. Queries of what it changes are asked again; see the list of subjects. */
export const useCommand = <N extends CommandName | ShellName>(name: N): Running<N> => useRunning(name)

/** A report or query started by hand, with progress and cancel. */
export const useReport = <N extends QueryName | ReportName>(name: N): Running<N> => useRunning(name)

/** Whether a supervisor is being asked: work that waits for the answer is not slow. */
export const useApprovalPending = (): boolean => useSyncExternalStore(onPendingApprovals, pendingApprovals) > 0
