import { useRef } from 'react'
import { EntryForm } from '../../keyboard/EntryForm.tsx'
import type { Place } from '../../keyboard/places.ts'
import { useActions } from '../../keyboard/use-action.ts'
import { usePrintPage } from '../../print/use-print-page.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { DayRate } from './DayRate.tsx'
import { RevaluedItems } from './RevaluedItems.tsx'
import { useRevaluation } from './use-revaluation.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { describeOutdated } from './outdated-text.ts'
import { Button } from '../../ui/Button.tsx'
import entryCss from '../../entry/entry.module.css'
import css from './revaluation.module.css'

/** What is open in other currencies, brought to the rates of a day and taken back on the next. */
export function RevaluationScreen({ place }: { readonly place: Extract<Place, { screen: 'revaluation' }> }) {
  const form = useRef<HTMLDivElement>(null)
  const format = useFormat()
  const state = useRevaluation(place.date)
  const { proposal } = state
  usePrintPage({ title: 'Revaluation', isReady: proposal !== undefined })
  useActions({ 'document.post': () => void state.post() })
  return (
    <Page
      title="Revalue foreign balances"
      sub={
        proposal === undefined
          ? undefined
          : `Posted on ${format.dateWithDay(proposal.date)}, taken back on ${format.dateWithDay(proposal.reversedOn)}`
      }
      actions={
        <>
          <ActionButton action="go.back" variant="quiet" />
          <ActionButton action="document.post" label={state.isPosting ? 'Posting' : 'Post'} variant="primary" />
        </>
      }
    >
      <EntryForm ref={form} className={entryCss.form ?? ''}>
        <OutdatedDays
          shown={state.date}
          onChoose={(date) => {
            state.setDate(date)
            form.current?.querySelector<HTMLElement>('input')?.focus()
          }}
        />
        {state.problem !== null && <Banner tone="bad">{state.problem}</Banner>}
        <Card padded>
          <div className={css.head}>
            <DateField
              label="At the end of"
              name="date"
              value={state.date}
              onChange={state.setDate}
              quick
              autoFocus
              required
            />
            {proposal?.currencies.map((of) => (
              <DayRate
                key={of.currency}
                of={of}
                baseCurrency={proposal.baseCurrency}
                error={state.rateErrors[of.currency]}
                onSave={(typed) => void state.saveRate(of, typed)}
              />
            ))}
          </div>
        </Card>
        <Card fill>{proposal !== undefined && <RevaluedItems proposal={proposal} />}</Card>
      </EntryForm>
    </Page>
  )
}

export type OutdatedDaysProps = {
  /** The day on screen: its items say themselves what it lacks. */
  readonly shown: CalendarDate | null
  readonly onChoose: (date: CalendarDate) => void
}

/** Other revalued days whose figures have changed since; the button shows the oldest, to be posted again. */
export function OutdatedDays({ shown, onChoose }: OutdatedDaysProps) {
  const format = useFormat()
  const { data = [] } = useLedgerQuery('revaluation.outdated', {})
  const days = data.filter(({ date }) => date !== shown)
  const [oldest] = days
  if (oldest === undefined) return null
  return (
    <Banner tone="warn" actions={<Button onPress={() => onChoose(oldest.date)}>Revalue again</Button>}>
      {describeOutdated(days, format)}
    </Banner>
  )
}
