import { useState } from 'react'
import { useEntrySetup } from '../../entry/use-entry-setup.ts'
import { useLoadedOnce } from '../../entry/use-loaded-once.ts'
import type { PlaceOf } from '../../keyboard/places.ts'
import { Banner } from '../../ui/Banner.tsx'
import { useConventions } from '../../ui/conventions.tsx'
import { Page } from '../../ui/Page.tsx'
import { CustomerForm } from './CustomerForm.tsx'
import { blankCustomer } from './entry.ts'
import { startCustomer } from './start.ts'
import type { StartedCustomer } from './start.ts'

/** Entering customers, or changing one. */
export function CustomerEditScreen({ place: { customerId } }: { readonly place: PlaceOf<'customerEdit'> }) {
  const { workDate } = useConventions()
  const { setup, error } = useEntrySetup()
  const first = useLoadedOnce(() => startCustomer(customerId, workDate))
  const [next, setNext] = useState<{ readonly count: number; readonly start: StartedCustomer } | null>(null)
  const refused = first.state === 'refused' ? first.message : error?.message
  const start = next?.start ?? (first.state === 'loaded' ? first.value : null)
  if (setup === null || start === null) {
    return <Page title="Customer">{refused !== undefined && <Banner tone="bad">{refused}</Banner>}</Page>
  }
  const beginNext = (): void => {
    const base = blankCustomer(setup.profile.baseCurrency, setup.terms[0]?.id ?? null)
    setNext({
      count: (next?.count ?? 0) + 1,
      start: { base, version: null, otherCurrencies: [], entry: base, notice: null },
    })
  }
  return <CustomerForm key={next?.count ?? 0} customerId={customerId} start={start} setup={setup} onNext={beginNext} />
}
