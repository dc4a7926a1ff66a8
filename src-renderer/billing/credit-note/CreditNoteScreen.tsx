import { v7 as uuidV7 } from 'uuid'
import type { Draft } from '../../../src-shared/ledger/contract/drafts.ts'
import { maxDate } from '../../../src-shared/domain/dates/calendar.ts'
import { api } from '../../api/client.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { BillingScreen } from '../entry/BillingScreen.tsx'
import { useLoadedOnce } from '../../entry/use-loaded-once.ts'
import type { Place } from '../../keyboard/places.ts'
import { Banner } from '../../ui/Banner.tsx'
import { useConventions } from '../../ui/conventions.tsx'
import { Page } from '../../ui/Page.tsx'
import { creditDraft, invoiceOfDraft, wholeCredit } from './credit-entry.ts'
import type { InvoiceCreditEntry } from './credit-entry.ts'
import { InvoiceCreditForm } from './InvoiceCreditForm.tsx'

export type CreditNotePlace = Extract<Place, { screen: 'creditNote' }>

/** Credit note entry: for lines of an invoice, or one of its own entered as lines. */
export function CreditNoteScreen({ place }: { readonly place: CreditNotePlace }) {
  if (place.documentId !== undefined) return <FromInvoice invoiceId={place.documentId} draft={null} />
  if (place.draftUid !== undefined) return <FromDraft place={place} draftUid={place.draftUid} />
  return <BillingScreen kind="credit_note" place={place} />
}

/** A draft says itself whether it is for an invoice. */
function FromDraft({ place, draftUid }: { readonly place: CreditNotePlace; readonly draftUid: string }) {
  const draft = useLoadedOnce(() => api.drafts.get({ uid: draftUid }))
  if (draft.state !== 'loaded') return <Waiting refused={draft.state === 'refused' ? draft.message : undefined} />
  const invoiceId = invoiceOfDraft(draft.value)
  return invoiceId === null ? (
    <BillingScreen kind="credit_note" place={place} />
  ) : (
    <FromInvoice invoiceId={invoiceId} draft={draft.value} />
  )
}

function FromInvoice({ invoiceId, draft }: { readonly invoiceId: number; readonly draft: Draft | null }) {
  const { workDate } = useConventions()
  const { data: invoice, error } = useLedgerQuery('documents.get', { id: invoiceId })
  const { data: creditable } = useLedgerQuery('creditNotes.creditable', { invoiceId })
  const start = useLoadedOnce<InvoiceCreditEntry>(async () => {
    if (draft !== null) return creditDraft.read(draft, uuidV7())
    const { documentDate } = await api.documents.get({ id: invoiceId })
    const left = await api.creditNotes.creditable({ invoiceId })
    return wholeCredit(uuidV7(), invoiceId, maxDate(workDate, documentDate), left)
  })
  if (invoice === undefined || creditable === undefined || start.state !== 'loaded') {
    return <Waiting refused={start.state === 'refused' ? start.message : error?.message} />
  }
  return <InvoiceCreditForm start={start.value} isResumed={draft !== null} invoice={invoice} creditable={creditable} />
}

function Waiting({ refused }: { readonly refused: string | undefined }) {
  return <Page title="Credit note">{refused !== undefined && <Banner tone="bad">{refused}</Banner>}</Page>
}
