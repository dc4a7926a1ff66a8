import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { describeOutdated } from './outdated-text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { useFormat } from '../../ui/conventions.tsx'

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
