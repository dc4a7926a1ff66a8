import { useEntrySetup } from '../../entry/use-entry-setup.ts'
import { useLoadedOnce } from '../../entry/use-loaded-once.ts'
import { Banner } from '../../ui/Banner.tsx'
import { useConventions } from '../../ui/conventions.tsx'
import { Page } from '../../ui/Page.tsx'
import { RecurringForm } from './RecurringForm.tsx'
import { startRecurring } from './start.ts'
import type { RecurringPlace } from './start.ts'

/** Entering a recurring invoice, or changing one; kept as a draft until it is saved. */
export function RecurringEditScreen({ place }: { readonly place: RecurringPlace }) {
  const { workDate } = useConventions()
  const { setup, error } = useEntrySetup()
  const first = useLoadedOnce(() => startRecurring(place, workDate))
  const refused = first.state === 'refused' ? first.message : error?.message
  if (setup === null || first.state !== 'loaded') {
    return <Page title="Recurring invoice">{refused !== undefined && <Banner tone="bad">{refused}</Banner>}</Page>
  }
  return <RecurringForm start={first.value} setup={setup} />
}
