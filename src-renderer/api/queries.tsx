import { keepPreviousData, QueryClient, QueryClientProvider, queryOptions, useQuery } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { isOperationName, isReadAgain } from '../../src-shared/contract.ts'
import type { OperationName, OutputOf, QueryName, ReportName } from '../../src-shared/contract.ts'
import { api, type CallInput, type StartOptions } from './client.ts'
import { onDone } from './done.ts'
import { onCompanyChange } from './events.ts'
import type { RefusedError } from './refused-error.ts'
import { useReportUnreadError } from './report-unread-error.ts'

export { useApprovalPending, useCommand, useReport } from './running.ts'

type ReadName = QueryName | ReportName

/** The ledger is on this machine: there is no network to wait for, and a refusal is not cured by asking again. */
export const createLedgerQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: Number.POSITIVE_INFINITY,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })

/** Asked anew when its input changes or a command has changed what it reads; cancelled when nobody waits for it. */
export const ledgerQuery = <N extends ReadName>(name: N, input: CallInput<N>, options?: StartOptions) =>
  queryOptions<OutputOf<N>, RefusedError>({
    queryKey: [name, input],
    queryFn: async ({ signal }) => {
      const call = api.start(name, input, options)
      signal.addEventListener('abort', call.cancel, { once: true })
      return call.promise
    },
  })

export interface LedgerQueryOptions {
  readonly enabled?: boolean
  /** Whether the rows of the input before stay while new ones load; true unless said otherwise. */
  readonly keepPrevious?: boolean
  readonly onProgress?: StartOptions['onProgress']
}

export const useLedgerQuery = <N extends ReadName>(
  name: N,
  input: CallInput<N>,
  { enabled = true, keepPrevious = true, onProgress }: LedgerQueryOptions = {},
): UseQueryResult<OutputOf<N>, RefusedError> => {
  const options = { ...ledgerQuery(name, input, onProgress === undefined ? {} : { onProgress }), enabled }
  return useReportUnreadError(useQuery(keepPrevious ? { ...options, placeholderData: keepPreviousData } : options))
}

/** Whichever screen has sent the command, what it changed is read again; the rest stays as it was read. */
export const readAgainAfter = (client: QueryClient, command: OperationName): Promise<void> =>
  client.invalidateQueries({
    predicate: ({ queryKey: [query] }) =>
      typeof query === 'string' && isOperationName(query) && isReadAgain(query, command),
  })

/** Wrap the window in it once. What was read of one company is forgotten when another is opened. */
export const LedgerQueryProvider = ({ children }: { readonly children: ReactNode }) => {
  const [client] = useState(createLedgerQueryClient)
  useEffect(() => onCompanyChange((company) => (company ? void client.resetQueries() : client.clear())), [client])
  useEffect(() => onDone(({ name }) => void readAgainAfter(client, name)), [client])
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
