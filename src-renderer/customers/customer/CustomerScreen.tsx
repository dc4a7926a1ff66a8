import type { CustomerCard } from '../../../src-shared/customers/contract/customers.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { useNavigator } from '../../keyboard/navigation.tsx'
import type { PlaceOf } from '../../keyboard/places.ts'
import { useActions } from '../../keyboard/use-action.ts'
import { usePrintPage } from '../../print/use-print-page.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { FactLine } from '../../ui/FactLine.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { cardFacts } from './card-facts.tsx'
import { CustomerDetails } from './CustomerDetails.tsx'
import { CustomerLists } from './CustomerLists.tsx'
import css from './customer.module.css'

/** One customer: what is owed, since when, and whom to call about it. */
export function CustomerScreen({ place: { customerId } }: { readonly place: PlaceOf<'customer'> }) {
  const { workDate } = useConventions()
  const navigator = useNavigator()
  const { data: card, error } = useLedgerQuery('customers.get', { id: customerId, asOf: workDate })
  useActions({
    'customer.edit': () => navigator.go({ screen: 'customerEdit', customerId }),
    'invoice.new': () => navigator.go({ screen: 'invoice', customerId }),
    'creditNote.new': () => navigator.go({ screen: 'creditNote', customerId }),
    'debitNote.new': () => navigator.go({ screen: 'debitNote', customerId }),
    'receipt.new': () => navigator.go({ screen: 'receivePayment', customerId }),
    'adjustment.new': () => navigator.go({ screen: 'adjustment', customerId }),
    'refund.new': () => navigator.go({ screen: 'refund', customerId }),
    'go.statements': () => navigator.go({ screen: 'statement', customerId }),
  })
  usePrintPage({ title: 'Customer' })
  if (card === undefined) {
    return <Page title="Customer">{error && <Banner tone="bad">{error.message}</Banner>}</Page>
  }
  return (
    <Page
      title={card.customer.name}
      sub={<Standing card={card} />}
      actions={
        <>
          <ActionButton action="customer.edit" label="Edit" />
          <ActionButton action="go.statements" label="Statement" />
          <ActionButton action="invoice.new" label="New invoice" />
          <ActionButton action="receipt.new" label="Receive payment" variant="primary" />
        </>
      }
    >
      {error && <Banner tone="bad">{error.message}</Banner>}
      <CardFacts card={card} />
      <div className={css.body}>
        <CustomerLists card={card} />
        <div className={css.side}>
          <CustomerDetails card={card} />
        </div>
      </div>
    </Page>
  )
}

function Standing({ card: { customer } }: { readonly card: CustomerCard }) {
  return (
    <>
      <span>{customer.code}</span>
      {customer.billingAddress.city !== '' && <span>{customer.billingAddress.city}</span>}
      {customer.onHold && <Pill tone="warn">on hold</Pill>}
      {customer.archived && <Pill>archived</Pill>}
    </>
  )
}

function CardFacts({ card }: { readonly card: CustomerCard }) {
  const format = useFormat()
  return (
    <Card>
      <FactLine facts={cardFacts(card, format)} />
    </Card>
  )
}
