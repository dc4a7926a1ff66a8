import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { AgingReport } from '../../../src-shared/reports/contract/aging.ts'
import type { AgingBasis } from '../../../src-shared/domain/aging.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { useConventions } from '../../ui/conventions.tsx'
import { useLasting } from '../../ui/lasting.ts'
import { askedIn, currencyChoices, IN_BASE, tieOf } from './aging-figures.ts'
import type { Tie } from './aging-figures.ts'

const SLOW_MS = 1000

export type AgingState = {
  /** The company's name, for paper. */
  readonly company: string
  /** Null while the field makes no sense; the last day's figures then stay. */
  readonly asOf: CalendarDate | null
  readonly setAsOf: (asOf: CalendarDate | null) => void
  readonly basis: AgingBasis
  readonly setBasis: (basis: AgingBasis) => void
  /** A currency, or all of them as the books carry them in the company's. */
  readonly choice: string
  readonly choose: (choice: string) => void
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly report: AgingReport | undefined
  readonly tie: Tie
  readonly problem: string | null
  /** The figures shown are of an earlier question while the new one is counted. */
  readonly isCounting: boolean
  readonly isSlow: boolean
  /** The clerk stopped the counting; what is shown is not what was asked for. */
  readonly isStopped: boolean
  readonly stop: () => void
  readonly countAgain: () => void
}

/** What is asked of the aging, and its answer. */
export function useAging(): AgingState {
  const { workDate } = useConventions()
  const [asOf, setAsOf] = useState<CalendarDate | null>(workDate)
  const [day, setDay] = useState<CalendarDate>(workDate)
  const [basis, setBasis] = useState<AgingBasis | null>(null)
  const [choice, choose] = useState<string | null>(null)
  const { data: profile } = useLedgerQuery('company.profile', {})
  const answer = useAnswer(day, basis, choice)
  const baseCurrency = profile?.baseCurrency ?? answer.report?.currency ?? ''
  const others = answer.report?.otherCurrencies ?? []
  const shown = choice ?? (others.length > 0 ? IN_BASE : baseCurrency)
  return {
    ...answer,
    company: profile?.name ?? '',
    asOf,
    setAsOf: (date) => {
      setAsOf(date)
      if (date !== null) setDay(date)
    },
    basis: basis ?? profile?.settings.agingBasis ?? 'due_date',
    setBasis,
    choice: shown,
    choose,
    choices: currencyChoices(
      [...new Set([baseCurrency, shown, ...others])].filter((code) => code !== IN_BASE).toSorted(),
      baseCurrency,
    ),
  }
}

type Answer = Pick<
  AgingState,
  'report' | 'tie' | 'problem' | 'isCounting' | 'isSlow' | 'isStopped' | 'stop' | 'countAgain'
>

function useAnswer(asOf: CalendarDate, basis: AgingBasis | null, choice: string | null): Answer {
  const client = useQueryClient()
  // All of them unless the clerk chose: that is what the control account holds.
  const asked = askedIn(choice ?? IN_BASE)
  const aging = useLedgerQuery('aging.byCustomer', { asOf, basis, ...asked })
  const control = useLedgerQuery('ledger.tieOut', { asOf, ...asked })
  const { data: report, isFetching, isPlaceholderData } = aging
  return {
    report,
    tie: control.isPlaceholderData ? { kind: 'unknown' } : tieOf(report, control.data),
    problem: aging.error?.message ?? control.error?.message ?? null,
    isCounting: isFetching,
    isSlow: useLasting(isFetching, SLOW_MS),
    isStopped: !isFetching && (isPlaceholderData || report === undefined) && aging.error === null,
    stop: () => void client.cancelQueries({ queryKey: ['aging.byCustomer'] }),
    countAgain: () => void aging.refetch(),
  }
}
