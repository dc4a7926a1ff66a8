import { useEffect, useRef } from 'react'
import type { DocumentView } from '../../../src-shared/contract/documents.ts'
import { documentKindName } from '../../../src-shared/domain/documents.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { useAction } from '../../keyboard/use-action.ts'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { documentFacts, documentFigures } from './document-facts.tsx'
import { PaperLines } from './PaperLines.tsx'
import css from './paper.module.css'

export type DocumentPaperProps = {
  readonly document: DocumentView
  /** Prints by itself once everything on it is read: post and print. */
  readonly printsAtOnce: boolean
}

/** The document as it goes to the customer: seen on paper only. */
export function DocumentPaper({ document, printsAtOnce }: DocumentPaperProps) {
  const { workDate } = useConventions()
  const format = useFormat()
  const profile = useLedgerQuery('company.profile', {}).data
  const card = useLedgerQuery('customers.get', { id: document.customerId, asOf: workDate }).data
  const isReady = profile !== undefined && card !== undefined
  const isPrinted = useRef(false)
  useAction('print.page', () => window.print(), { enabled: isReady })
  useEffect(() => {
    if (!printsAtOnce || !isReady || isPrinted.current) return
    isPrinted.current = true
    window.print()
  }, [printsAtOnce, isReady])
  if (!isReady) return null

  const { billingAddress: to } = card.customer
  const town = [to.city, to.region, to.postalCode].filter(Boolean).join(' ')
  const facts = documentFacts(document, format).filter(({ label }) => label !== 'Memo')
  return (
    <article className={css.paper} aria-hidden="true">
      <header className={css.head}>
        <Lines lines={[document.customerName, to.line1, to.line2, town, to.country]} />
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
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {document.memo !== '' && <p className={css.memo}>{document.memo}</p>}
    </article>
  )
}

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
