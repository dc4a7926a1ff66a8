import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ProposedCharge } from '../../../src-shared/finance-charges/contract/finance-charges.ts'
import { FIRST_DATE } from '../../../src-shared/domain/dates/calendar.ts'
import type { Progress } from '../../api/client.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { useLasting } from '../../ui/lasting.ts'
import { foreignCurrencies } from './entry.ts'
import type { Rules } from './entry.ts'

const SLOW_MS = 1000
const NO_CHARGES: readonly ProposedCharge[] = []
const NO_RULES: Rules = { asOf: FIRST_DATE, annualRate: 0, fee: 0, settledSince: null, rates: [] }

export type Proposal = {
  readonly charges: readonly ProposedCharge[]
  /** Other than the company's; those of the proposal before while it is made anew, so that their rates can be typed. */
  readonly currencies: readonly string[]
  /** `charges` is the ledger's answer to these rules. */
  readonly isRead: boolean
  readonly problem: string | null
  /** It takes more than a second. */
  readonly isSlow: boolean
  readonly progress: Progress | null
  /** The clerk stopped it. */
  readonly isStopped: boolean
  readonly stop: () => void
  readonly again: () => void
}

/** Who would be charged by these rules; nobody while there are none. */
export function useProposal(rules: Rules | null, baseCurrency: string): Proposal {
  const client = useQueryClient()
  const [progress, setProgress] = useState<Progress | null>(null)
  const { data, error, isFetching, refetch } = useLedgerQuery('financeCharges.propose', rules ?? NO_RULES, {
    enabled: rules !== null,
    keepPrevious: false,
    onProgress: setProgress,
  })
  const answer = rules === null ? undefined : data
  const [known, setKnown] = useState<readonly string[]>([])
  const currencies = answer === undefined ? known : foreignCurrencies(answer, baseCurrency)
  if (currencies.join() !== known.join()) setKnown(currencies)
  return {
    charges: answer ?? NO_CHARGES,
    currencies,
    isRead: answer !== undefined,
    problem: error?.message ?? null,
    isSlow: useLasting(isFetching, SLOW_MS),
    progress,
    isStopped: rules !== null && !isFetching && answer === undefined && error === null,
    stop: () => void client.cancelQueries({ queryKey: ['financeCharges.propose'] }),
    again: () => void refetch(),
  }
}
