import { memoText } from '../../../src-shared/refusals.ts'
import { useEffect, useRef } from 'react'
import type { DocumentView } from '../../../src-shared/ledger/contract/documents.ts'
import { documentKindName } from '../../../src-shared/domain/documents.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { addressLines } from '../../lists/address-lines.ts'
import { usePrintPage } from '../../print/use-print-page.ts'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { documentFacts, documentFigures, exchangeFacts, relatedFacts } from './document-facts.tsx'
import { PaperLines } from './PaperLines.tsx'
import css from './paper.module.css'

export type DocumentPaperProps = {
  readonly document: DocumentView
  /** Prints by itself once everything on it is read: post and print. */
  readonly printsAtOnce: boolean
}

/** The document as it goes to the customer: seen on paper only. */
export function DocumentPaper({ document, printsAtOnce }: DocumentPaperProps) {
  const { workDate, decimal } = useConventions()
  const format = useFormat()
  const profile = useLedgerQuery('company.profile', {}).data
  const card = useLedgerQuery('customers.get', { id: document.customerId, asOf: workDate }).data
  const isReady = profile !== undefined && card !== undefined
  const isPrinted = useRef(false)
  const print = usePrintPage({ title: `${documentKindName[document.kind]} ${document.number}`, isReady })
  useEffect(() => {
    if (!printsAtOnce || !isReady || isPrinted.current) return
    isPrinted.current = true
    print()
  }, [printsAtOnce, isReady, print])
  if (!isReady) return null

  const facts = [
    ...documentFacts(document, format).filter(({ label }) => label !== 'Memo'),
    ...relatedFacts(document, ({ number }) => number),
    ...exchangeFacts(document, decimal),
  ]
  return (
    <article className={css.paper} aria-hidden="true">
      <header className={css.head}>
        <Lines lines={[document.customerName, ...addressLines(card.customer.billingAddress)]} />
        <div className={css.sender}>
          <Lines lines={[profile.name, ...profile.address.split('\n'), profile.phone, profile.email]} />
          {profile.taxNumber !== '' && <p>Tax number {profile.taxNumber}</p>}
        </div>
      </header>
      <h1>
        {documentKindName[document.kind]} {document.number}
        {document.status === 'void' && ' (void)'}
      </h1>
      <dl className={css.facts}>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <PaperLines document={document} />
      <dl className={css.sums}>
        {documentFigures(document, format).map(({ label, value }) => (
          <div key={label}>
            <dt>{onPaper[label] ?? label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {memoText(document) !== '' && <p className={css.memo}>{memoText(document)}</p>}
    </article>
  )
}

/** What the clerk calls otherwise than the customer. */
const onPaper: Readonly<Record<string, string>> = { Settled: 'Paid', Open: 'Balance due' }

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <div>
      {lines
        .filter((line) => line.trim() !== '')
        .map((line, index) => (
          <p key={`${index} ${line}`}>{line}</p>
        ))}
    </div>
  )
}
