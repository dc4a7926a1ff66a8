import { useState } from 'react'
import type { ChainVerdict } from '../../../src-shared/company/contract/history.ts'
import { leaveRefused } from '../../api/refused-error.ts'
import type { Running } from '../../api/running.ts'

/** The last check of the log; it stays until the next one begins. */
export function useVerdict({ run, error }: Running<'history.verify'>) {
  const [verdict, setVerdict] = useState<ChainVerdict | null>(null)
  const check = (): void => {
    setVerdict(null)
    // A refusal is in `error`.
    run({}).then(setVerdict, leaveRefused)
  }
  const problem =
    error === null ? null : error.code === 'cancelled' ? 'The check was stopped before its end.' : error.message
  return { verdict, check, problem }
}
