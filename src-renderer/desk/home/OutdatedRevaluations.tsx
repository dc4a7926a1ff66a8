import { useLedgerQuery } from '../../api/queries.tsx'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { describeOutdated } from '../../currency/revaluation/outdated-text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { useFormat } from '../../ui/conventions.tsx'

/** Revalued days whose figures have changed since; says nothing when none has. */
export function OutdatedRevaluations() {
  const format = useFormat()
  const navigator = useNavigator()
  const { data: days = [] } = useLedgerQuery('revaluation.outdated', {})
  const [oldest] = days
  if (oldest === undefined) return null
  return (
    <Banner
      tone="warn"
      actions={
        <Button onPress={() => navigator.go({ screen: 'revaluation', date: oldest.date })}>Revalue again</Button>
      }
    >
      {describeOutdated(days, format)}
    </Banner>
  )
}
