import { useState } from 'react'
import type { RevaluationProposal, RevaluedCurrency } from '../../../src-shared/currency/contract/revaluation.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { RefusedError } from '../../api/client.ts'
import { useCommand, useLedgerQuery } from '../../api/queries.tsx'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { digitsTyped } from '../../entry/exchange-rate.ts'
import { nothingToPost, postable, rateToSet, wholeDifference } from './figures.ts'

export type Revaluation = {
  readonly date: CalendarDate | null
  readonly setDate: (date: CalendarDate | null) => void
  /** Of the date; what is shown while another is worked out stays. */
  readonly proposal: RevaluationProposal | undefined
  /** What keeps from asking, saving a rate or posting. */
  readonly problem: string | null
  /** By currency: the rate was refused. */
  readonly rateErrors: Readonly<Record<string, string>>
  /** Keeps a typed rate in the table for the day; the proposal follows it. */
  readonly saveRate: (of: RevaluedCurrency, typed: string) => Promise<void>
  readonly post: () => Promise<void>
  readonly isPosting: boolean
}

/** What is open in other currencies on a day, the day's rates, and posting the difference. */
export function useRevaluation(asked: CalendarDate | undefined): Revaluation {
  const { workDate } = useConventions()
  const format = useFormat()
  const { say } = useNotices()
  const [date, setDate] = useState<CalendarDate | null>(asked ?? workDate)
  const [day, setDay] = useState<CalendarDate>(asked ?? workDate)
  const [problem, setProblem] = useState<string | null>(null)
  const [rateErrors, setRateErrors] = useState<Readonly<Record<string, string>>>({})
  const { data: proposal, error } = useLedgerQuery('revaluation.propose', { date: day })
  const setRate = useCommand('rates.set')
  const posting = useCommand('revaluation.post')

  async function saveRate(of: RevaluedCurrency, typed: string): Promise<void> {
    const change = rateToSet(of, day, typed)
    setRateErrors({})
    if (change === null) return
    try {
      await setRate.run(change)
      say(`The rate of ${change.currency} is ${digitsTyped(typed).trim()} from ${format.date(day)}.`, { tone: 'ok' })
    } catch (refused: unknown) {
      if (!(refused instanceof RefusedError)) throw refused
      setRateErrors({ [of.currency]: refused.message })
    }
  }

  async function post(): Promise<void> {
    if (proposal === undefined || proposal.date !== day || posting.isPending) return
    const seen = postable(proposal)
    if (seen.length === 0) {
      setProblem(nothingToPost(proposal))
      return
    }
    try {
      const { reversedOn } = await posting.run({ date: day, currencies: seen.map((one) => ({ ...one })) })
      setProblem(null)
      const whole = wholeDifference(seen)
      const amount = `${format.amount(Math.abs(whole), proposal.baseCurrency)} ${proposal.baseCurrency}`
      say(`A ${whole < 0 ? 'loss' : 'gain'} of ${amount} is posted, taken back on ${format.date(reversedOn)}.`, {
        tone: 'ok',
      })
    } catch (refused: unknown) {
      if (!(refused instanceof RefusedError)) throw refused
      setProblem(refused.message)
    }
  }

  return {
    date,
    setDate: (next) => {
      setDate(next)
      setProblem(null)
      setRateErrors({})
      if (next !== null) setDay(next)
    },
    proposal,
    problem: problem ?? error?.message ?? null,
    rateErrors,
    saveRate,
    post,
    isPosting: posting.isPending,
  }
}
