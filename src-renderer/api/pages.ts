import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { OutputOf, QueryName } from '../../src-shared/contract.ts'
import { api, type CallInput } from './client.ts'
import type { RefusedError } from './refused-error.ts'
import { useReportUnreadError } from './report-unread-error.ts'
import {
  unchangedPages,
  type ChangedRows,
  type LedgerPage,
  type PageKey,
  type PageRead,
  type PagesRead,
} from './unchanged-pages.ts'

/** Lists that are read a page at a time, each page from the key of the last row before it. */
type PagedName = {
  [N in QueryName]: OutputOf<N> extends LedgerPage<unknown> ? N : never
}[QueryName]
type RowOf<N extends PagedName> = OutputOf<N> extends LedgerPage<infer Row> ? Row : never
export interface LedgerPages<Row> {
  readonly rows: readonly Row[]
  /** The rows are of the input asked for now, and there are no more. */
  readonly isComplete: boolean
  readonly isPending: boolean
  readonly error: RefusedError | null
  /** Reads the next page, if there is one and it is not on its way. Stable. */
  readonly more: () => void
}

export interface LedgerPagesOptions<Row> {
  /** Reads on by itself until so many rows are there, so that they can be sorted and added up. */
  readonly readAhead?: number
  /** Of a list whose order no posting changes: after a command only the pages that hold a changed row are read again. */
  readonly changed?: ChangedRows<Row>
}

/** A long list, page by page. The rows before stay while those of another filter load; a command reads them again. */
export function useLedgerPages<N extends PagedName>(
  name: N,
  input: Omit<CallInput<N>, 'after'>,
  { readAhead = 0, changed }: LedgerPagesOptions<RowOf<N>> = {},
): LedgerPages<RowOf<N>> {
  type Page = PageRead<RowOf<N>>
  const queryKey = [name, input, 'pages'] as const
  const client = useQueryClient()
  const [unlessUnchanged] = useState(() => unchangedPages(changed))
  const query = useInfiniteQuery<Page, RefusedError, readonly Page[], readonly unknown[], PageKey | null>({
    queryKey,
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    queryFn: ({ pageParam, signal }) => {
      const before = client.getQueryData<PagesRead<RowOf<N>>>(queryKey)
      return unlessUnchanged(pageParam, before, () => {
        // The page's key completes the input; which page comes back follows from the name, which types cannot follow.
        const call = api.start(name, { ...input, after: pageParam } as unknown as CallInput<N>)
        signal.addEventListener('abort', call.cancel, { once: true })
        return call.promise as unknown as Promise<LedgerPage<RowOf<N>>>
      })
    },
    select: (data) => data.pages,
    placeholderData: keepPreviousData,
  })
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = query
  const rows = useMemo(() => (data ?? []).flatMap((page) => page.rows), [data])
  const canRead = hasNextPage && !isFetchingNextPage && !isPlaceholderData
  const more = useCallback(() => {
    if (canRead) void fetchNextPage()
  }, [canRead, fetchNextPage])

  useEffect(() => {
    if (rows.length < readAhead) more()
  }, [rows.length, readAhead, more])

  return useReportUnreadError({
    rows,
    isComplete: query.isSuccess && !hasNextPage && !isPlaceholderData,
    isPending: query.isPending,
    error: query.error,
    more,
  })
}
