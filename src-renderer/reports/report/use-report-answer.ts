import { useQueryClient } from '@tanstack/react-query'
import type { OutputOf, ReportName } from '../../../src-shared/contract.ts'
import type { CallInput } from '../../api/client.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { useLasting } from '../../ui/lasting.ts'

const SLOW_MS = 1000

/** A report as it is counted: the last figures stay until the new ones come. */
export type ReportAnswer<N extends ReportName = ReportName> = {
  readonly report: OutputOf<N> | undefined
  readonly problem: string | null
  /** The figures shown are of an earlier question while the new one is counted. */
  readonly isCounting: boolean
  readonly isSlow: boolean
  /** The clerk stopped the counting; what is shown is not what was asked for. */
  readonly isStopped: boolean
  readonly stop: () => void
  readonly countAgain: () => void
}

/** What is asked of a report, and its answer. */
export function useReportAnswer<N extends ReportName>(name: N, input: CallInput<N>): ReportAnswer<N> {
  const client = useQueryClient()
  const { data, error, isFetching, isPlaceholderData, refetch } = useLedgerQuery(name, input)
  return {
    report: data,
    problem: error?.message ?? null,
    isCounting: isFetching,
    isSlow: useLasting(isFetching, SLOW_MS),
    isStopped: !isFetching && (isPlaceholderData || data === undefined) && error === null,
    stop: () => void client.cancelQueries({ queryKey: [name] }),
    countAgain: () => void refetch(),
  }
}
