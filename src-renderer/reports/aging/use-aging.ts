import { useState } from 'react'
import type { AgingBasis } from '../../../src-shared/domain/aging.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { useConventions } from '../../ui/conventions.tsx'
import { currencyOfChoice, currencyChoices, IN_BASE, tieOf } from './aging-figures.ts'
import type { Tie } from './aging-figures.ts'
import { useReportDay } from '../report/use-report-day.ts'
import { useReportAnswer } from '../report/use-report-answer.ts'
import type { ReportAnswer } from '../report/use-report-answer.ts'

export type AgingState = ReportAnswer<'aging.byCustomer'> & {
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
  readonly tie: Tie
}

/** What is asked of the aging, and its answer. */
export function useAging(): AgingState {
  const { workDate } = useConventions()
  const { typed, day, change } = useReportDay(workDate)
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
    asOf: typed,
    setAsOf: change,
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

type Answer = ReportAnswer<'aging.byCustomer'> & Pick<AgingState, 'tie'>

function useAnswer(asOf: CalendarDate, basis: AgingBasis | null, choice: string | null): Answer {
  // All of them unless the clerk chose: that is what the control account holds.
  const request = currencyOfChoice(choice ?? IN_BASE)
  const aging = useReportAnswer('aging.byCustomer', { asOf, basis, ...request })
  const control = useLedgerQuery('ledger.tieOut', { asOf, ...request })
  return {
    ...aging,
    problem: aging.problem ?? control.error?.message ?? null,
    tie: control.isPlaceholderData ? { kind: 'unknown' } : tieOf(aging.report, control.data),
  }
}
