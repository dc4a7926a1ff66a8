import { useCallback, useLayoutEffect, useRef } from 'react'

/** A handler that keeps its identity and always does what the newest render says: for rows drawn only when they change. */
export function useStableHandler<Args extends readonly unknown[], Result>(
  handler: (...args: Args) => Result,
): (...args: Args) => Result {
  const newest = useRef(handler)
  useLayoutEffect(() => {
    newest.current = handler
  })
  return useCallback((...args: Args) => newest.current(...args), [])
}
