import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { documentKindName } from '../../../src-shared/domain/documents.ts'
import { Banner } from '../../ui/Banner.tsx'
import { useConventions } from '../../ui/conventions.tsx'
import { Page } from '../../ui/Page.tsx'
import { useEntrySetup } from '../../entry/use-entry-setup.ts'
import { useLoadedOnce } from '../../entry/use-loaded-once.ts'
import { BillingForm } from './BillingForm.tsx'
import type { BillingKind } from './kinds.ts'
import { nextBilling, startBilling } from './start.ts'
import type { BillingPlace, StartedBilling } from './start.ts'

export type BillingScreenProps = { readonly kind: BillingKind; readonly place: BillingPlace }

/** Entry of one document after another, each kept as a draft until it is posted. */
export function BillingScreen({ kind, place }: BillingScreenProps) {
  const { workDate } = useConventions()
  const client = useQueryClient()
  const { setup, error } = useEntrySetup()
  const first = useLoadedOnce(() => startBilling(place, workDate, client))
  const [next, setNext] = useState<StartedBilling | null>(null)

  const refused = first.state === 'refused' ? first.message : error?.message
  const started = next ?? (first.state === 'loaded' ? first.value : null)
  if (setup === null || started === null) {
    return <Page title={documentKindName[kind]}>{refused !== undefined && <Banner tone="bad">{refused}</Banner>}</Page>
  }
  return (
    <BillingForm
      key={started.entry.draftUid}
      kind={kind}
      start={started}
      setup={setup}
      onNext={(before) => setNext(nextBilling(before, workDate))}
    />
  )
}
