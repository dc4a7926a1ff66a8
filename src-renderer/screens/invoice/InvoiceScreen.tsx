import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useEntrySetup } from '../../entry/use-entry-setup.ts'
import { useLoadedOnce } from '../../entry/use-loaded-once.ts'
import { Banner } from '../../ui/Banner.tsx'
import { useConventions } from '../../ui/conventions.tsx'
import { Page } from '../../ui/Page.tsx'
import { BillingForm } from '../../entry/billing/BillingForm.tsx'
import { nextBilling, startBilling } from '../../entry/billing/start.ts'
import type { InvoicePlace, StartedBilling } from '../../entry/billing/start.ts'

/** Invoice entry: one invoice after another, each kept as a draft until it is posted. */
export function InvoiceScreen({ place }: { readonly place: InvoicePlace }) {
  const { workDate } = useConventions()
  const client = useQueryClient()
  const { setup, error } = useEntrySetup()
  const first = useLoadedOnce(() => startBilling(place, workDate, client))
  const [next, setNext] = useState<StartedBilling | null>(null)

  const refused = first.state === 'refused' ? first.message : error?.message
  const started = next ?? (first.state === 'loaded' ? first.value : null)
  if (setup === null || started === null) {
    return <Page title="Invoice">{refused !== undefined && <Banner tone="bad">{refused}</Banner>}</Page>
  }
  return (
    <BillingForm
      key={started.entry.draftUid}
      start={started}
      setup={setup}
      onNext={(before) => setNext(nextBilling(before, workDate))}
    />
  )
}
