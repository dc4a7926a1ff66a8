import { useState } from 'react'
import type { DocumentApplication, DocumentView } from '../../../src-shared/ledger/contract/documents.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { documentKindName } from '../../../src-shared/domain/documents.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { RecordHistory } from '../../company/history/RecordHistory.tsx'
import { LateChargesOnScreen } from '../../finance-charges/charged-too-much/LateChargesBanner.tsx'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useAction, useActions } from '../../keyboard/use-action.ts'
import { DocumentStatePill, HoldPill } from '../../lists/document-status.tsx'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { FactLine } from '../../ui/FactLine.tsx'
import { MoreMenu } from '../../ui/MoreMenu.tsx'
import type { MoreItem } from '../../ui/MoreMenu.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { canUnapply } from './application-columns.tsx'
import { ContentCards } from './ContentCards.tsx'
import {
  approvalFacts,
  batchFacts,
  documentFacts,
  exchangeFacts,
  holdFacts,
  relatedFacts,
  toleranceFacts,
} from './document-facts.tsx'
import { MoneyActions, owes } from './MoneyActions.tsx'
import { PostingsCard } from './PostingsCard.tsx'
import { UnapplyDialog } from './UnapplyDialog.tsx'
import { canBeCopied } from './copy.ts'
import { VoidDialog } from './VoidDialog.tsx'
import css from './document.module.css'

type Asking =
  | { readonly kind: 'void'; readonly copies: boolean }
  | { readonly kind: 'unapply'; readonly application: DocumentApplication }

/** The document with what can be done to it. */
export function DocumentSheet({ document }: { readonly document: DocumentView }) {
  const format = useFormat()
  const { decimal } = useConventions()
  const navigator = useNavigator()
  const { data: profile } = useLedgerQuery('company.profile', {})
  const [asking, setAsking] = useState<Asking | null>(null)
  const [shown, setShown] = useState<'content' | 'postings' | 'history'>('content')
  const toggle = (what: 'postings' | 'history') => (): void =>
    setShown((before) => (before === what ? 'content' : what))
  const [selectedId, setSelectedId] = useState<number | null>(null)
  const live = document.applications.filter(canUnapply)
  // One live application needs no choosing.
  const application = live.find(({ id }) => id === selectedId) ?? (live.length === 1 ? live[0] : undefined)
  const canVoid = document.status === 'open' || document.status === 'closed'
  const isOwed = owes(document)

  useActions({
    'document.postings': toggle('postings'),
    'record.history': toggle('history'),
    'invoice.new': () => navigator.go({ screen: 'invoice', customerId: document.customerId }),
    'creditNote.new': () => navigator.go({ screen: 'creditNote', customerId: document.customerId }),
    'debitNote.new': () => navigator.go({ screen: 'debitNote', customerId: document.customerId }),
    'receipt.new': () =>
      navigator.go({
        screen: 'receivePayment',
        customerId: document.customerId,
        ...(isOwed ? { documentId: document.id } : {}),
      }),
    'go.statements': () =>
      navigator.go({ screen: 'statement', customerId: document.customerId, currency: document.currency }),
  })
  useAction('document.memorise', () => navigator.go({ screen: 'recurringEdit', documentId: document.id }), {
    enabled: document.kind === 'invoice' && document.reversesNumber === null,
  })
  useAction('document.void', () => setAsking({ kind: 'void', copies: false }), { enabled: canVoid })
  useAction('document.voidAndCopy', () => setAsking({ kind: 'void', copies: true }), {
    enabled: canVoid && canBeCopied(document),
  })
  const isCreditable = canVoid && document.lines.length > 0 && ['invoice', 'debit_note'].includes(document.kind)
  useAction('document.credit', () => navigator.go({ screen: 'creditNote', documentId: document.id }), {
    enabled: isCreditable,
  })
  useAction('document.unapply', () => application !== undefined && setAsking({ kind: 'unapply', application }), {
    enabled: application !== undefined && canVoid,
  })
  useAction('go.back', () => setShown('content'), { enabled: shown !== 'content' })

  return (
    <Page
      title={`${documentKindName[document.kind]} ${document.number}`}
      sub={<CustomerLine document={document} />}
      actions={
        <>
          <ActionButton action="document.postings" label={shown === 'postings' ? 'Hide postings' : 'Postings'} />
          <MoneyActions document={document} />
          {isCreditable && <ActionButton action="document.credit" label="Credit" />}
          <ActionButton action="print.page" />
          <MoreMenu items={rarerOf(document)} />
          {isOwed && <ActionButton action="receipt.new" variant="primary" />}
        </>
      }
    >
      {document.kind === 'finance_charge' && <LateChargesOnScreen ids={[document.id]} />}
      <Card>
        <FactLine
          facts={[
            ...documentFacts(document, format),
            ...relatedFacts(document, linkToDocument),
            ...exchangeFacts(document, decimal),
            ...batchFacts(document),
            ...toleranceFacts(document, format),
            ...holdFacts(document),
            ...approvalFacts(document, format),
          ]}
        />
      </Card>
      {shown === 'postings' && <PostingsCard documentId={document.id} currency={document.currency} />}
      {shown === 'history' && (
        <Card title="History" fill>
          <RecordHistory of={{ documentId: document.id }} />
        </Card>
      )}
      {shown === 'content' && <ContentCards document={document} onSelect={(row) => setSelectedId(row.id)} />}
      {asking !== null && (
        <AskingDialog
          document={document}
          asking={asking}
          closingDate={profile?.closingDate ?? null}
          onClose={() => setAsking(null)}
        />
      )}
    </Page>
  )
}

type AskingDialogProps = {
  readonly document: DocumentView
  readonly asking: Asking
  readonly closingDate: CalendarDate | null
  readonly onClose: () => void
}

function AskingDialog({ asking, ...about }: AskingDialogProps) {
  return asking.kind === 'void' ? (
    <VoidDialog {...about} copies={asking.copies} />
  ) : (
    <UnapplyDialog {...about} application={asking.application} />
  )
}

/** What is done once in a while; the menu leaves out what cannot be done now. */
const rarerOf = (document: DocumentView): readonly MoreItem[] => [
  { action: 'record.history' },
  { action: 'document.unapply' },
  { action: 'item.hold', label: document.hold === null ? 'Dispute or hold' : 'Change dispute or hold' },
  ...(owes(document) ? [{ action: 'adjustment.new', label: 'Write off' } as const] : []),
  { action: 'document.memorise', label: 'Memorise as recurring' },
  { action: 'document.void' },
  { action: 'document.voidAndCopy' },
]

function LinkToDocument({ documentId, children }: { readonly documentId: number; readonly children: string }) {
  const navigator = useNavigator()
  return (
    <button type="button" className={css.customer} onClick={() => navigator.go({ screen: 'document', documentId })}>
      {children}
    </button>
  )
}

const linkToDocument = ({ id, number }: { readonly id: number; readonly number: string }) => (
  <LinkToDocument documentId={id}>{number}</LinkToDocument>
)

function CustomerLine({ document }: { readonly document: DocumentView }) {
  const { workDate } = useConventions()
  const navigator = useNavigator()
  return (
    <>
      <button
        type="button"
        className={css.customer}
        onClick={() => navigator.go({ screen: 'customer', customerId: document.customerId })}
      >
        {document.customerCode} {document.customerName}
      </button>
      <DocumentStatePill document={document} asOf={workDate} />
      {document.hold !== null && <HoldPill hold={document.hold} />}
    </>
  )
}
