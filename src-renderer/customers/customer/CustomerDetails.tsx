import type { ReactNode } from 'react'
import type { Contact, CustomerCard } from '../../../src-shared/customers/contract/customers.ts'
import { plainFields } from '../../../src-shared/customers/contract/plain-fields.ts'
import type { RelatedCustomer } from '../../../src-shared/ledger/contract/open-items.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { Card } from '../../ui/Page.tsx'
import { addressLines } from '../../lists/address-lines.ts'
import css from './customer.module.css'

const { phone: _phone, email: _email, ...further } = plainFields
const furtherFields = Object.keys(further) as readonly (keyof typeof further)[]

/** Where the customer is, whom to call, and on which terms we bill. */
export function CustomerDetails({ card }: { readonly card: CustomerCard }) {
  const { customer } = card
  const format = useFormat()
  const billing = addressLines(customer.billingAddress)
  const shipping = addressLines(customer.shippingAddress)
  return (
    <Card title="Details">
      <dl className={css.details}>
        <Detail label="Bill to">{billing.length > 0 && <Lines lines={billing} />}</Detail>
        <Detail label="Ship to">{shipping.length > 0 && <Lines lines={shipping} />}</Detail>
        <Detail label="Phone">{customer.phone}</Detail>
        <Detail label="Email">{customer.email !== '' && <Mail to={customer.email} />}</Detail>
        {customer.contacts.map((contact, index) => (
          <Detail key={`${index} ${contact.name}`} label={contact.role || 'Contact'}>
            <ContactLines contact={contact} />
          </Detail>
        ))}
        <Detail label="Paid by">{card.payingParent !== null && <CustomerLink customer={card.payingParent} />}</Detail>
        <Detail label="Pays for">
          {card.paysFor.length > 0 && card.paysFor.map((child) => <CustomerLink key={child.id} customer={child} />)}
        </Detail>
        <Detail label="Terms">{card.termsName}</Detail>
        <Detail label="Tax">{card.taxCodeName}</Detail>
        {furtherFields.map((field) => (
          <Detail key={field} label={plainFields[field].title}>
            {customer[field]}
          </Detail>
        ))}
        <Detail label="Credit limit">
          {customer.creditLimit !== null && format.amount(customer.creditLimit, customer.currency)}
        </Detail>
        {customer.currencyLimits.map(({ currency, limit }) => (
          <Detail key={currency} label={`Credit limit for ${currency}`}>
            {format.amount(limit, currency)}
          </Detail>
        ))}
        <Detail label="Currency">{customer.currency}</Detail>
        <Detail label="Memo">{customer.memo !== '' && <Lines lines={customer.memo.split('\n')} />}</Detail>
      </dl>
    </Card>
  )
}

function CustomerLink({ customer: { id, code, name } }: { readonly customer: RelatedCustomer }) {
  const navigator = useNavigator()
  return (
    <button type="button" className={css.related} onClick={() => navigator.go({ screen: 'customer', customerId: id })}>
      {code} {name}
    </button>
  )
}

/** Says nothing where nothing is known. */
function Detail({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  if (children === null || children === '' || children === false) return null
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line, index) => <span key={`${index} ${line}`}>{line}</span>)
}

/** An address too long for its line goes on after the @. */
function Mail({ to }: { readonly to: string }) {
  const domainAt = to.indexOf('@') + 1
  return (
    <a href={`mailto:${to}`}>
      {to.slice(0, domainAt)}
      <wbr />
      {to.slice(domainAt)}
    </a>
  )
}

function ContactLines({ contact }: { readonly contact: Contact }) {
  return (
    <>
      <span>{contact.name}</span>
      {contact.phone !== '' && <span>{contact.phone}</span>}
      {contact.email !== '' && <Mail to={contact.email} />}
    </>
  )
}
