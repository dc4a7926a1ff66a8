import { useEffect, useRef } from 'react'
import { sayRefused } from './events.ts'
import type { RefusedError } from './refused-error.ts'

/**
 * The same answer. A screen that reads its `error` says the refusal itself; where none does, a notice says it, so that no
 * refusal goes unheard.
 */
export function useReportUnreadError<Answer extends { readonly error: RefusedError | null }>(answer: Answer): Answer {
  const isRead = useRef(false)
  const { error } = answer
  useEffect(() => {
    if (error !== null && !isRead.current) sayRefused(error)
  }, [error])
  return new Proxy(answer, {
    get(target, name) {
      if (name === 'error') isRead.current = true
      return Reflect.get(target, name) as unknown
    },
  })
}
