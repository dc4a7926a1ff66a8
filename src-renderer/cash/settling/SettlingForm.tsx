import { useState } from 'react'
import type { ReactNode } from 'react'
import type { CustomerCard } from '../../../src-shared/customers/contract/customers.ts'
import type { DraftKind } from '../../../src-shared/ledger/contract/drafts.ts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import type { Update } from '../../entry/head/bind-fields.ts'
import { customerFacts } from '../../entry/head/customer-facts.tsx'
import { CustomerPlace } from '../../entry/head/CustomerPlace.tsx'
import { EntryHead, HeadRow } from '../../entry/head/EntryHead.tsx'
import type { PostingFormProps } from '../../entry/posting/PostingScreen.tsx'
import type { PostingPageProps } from '../../entry/posting/PostingPage.tsx'
import { customerDraftTitle, draftOf } from '../../entry/use-draft.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'
import type { SettleGridProps } from './SettleGrid.tsx'
import { SettlingPage } from './SettlingPage.tsx'
import type { Emptiness } from './SettlingPage.tsx'
import type { SettlingEntry, Side } from './settling-entry.ts'
import { useOpenItemRows } from './use-open-items.ts'
import type { WriteAmount } from './settle-row.ts'
import type { OpenItemRows } from './use-open-items.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { useCustomerCard } from '../../entry/use-customer-card.ts'

/** An entry that takes a customer's open items, and what is read for it. */
export type Settling<Entry> = OpenItemRows & {
  readonly entry: Entry
  readonly update: Update<Entry>
  readonly setup: EntrySetup
  readonly isResumed: boolean
  readonly onNext: () => void
  readonly side: Side
  readonly card: CustomerCard | null
  /** Of the items. */
  readonly currency: string
  readonly write: WriteAmount
}

/** Holds an entry while it is typed, and reads its customer and the items of one side. */
export function useSettling<Entry extends SettlingEntry>(
  { start, setup, onNext }: PostingFormProps<Entry>,
  side: Side,
): Settling<Entry> {
  const [entry, update] = useState(start.entry)
  const money = useCustomerMoney(entry.customer, setup, entry.currency)
  const { baseCurrency } = setup.profile
  const ofMoney = { currency: money.currency, rate: entry.rate, baseCurrency }
  const items = useOpenItemRows(entry.customer, side, entry, entry.date, ofMoney)
  return { entry, update, setup, isResumed: start.isResumed, onNext: () => onNext(entry), side, ...money, ...items }
}

export type SettlingFormProps<Entry, Done> = Pick<
  PostingPageProps<Done>,
  'title' | 'sub' | 'posting' | 'describe' | 'figures'
> & {
  readonly settling: Settling<Entry>
  readonly draft: { readonly kind: DraftKind; readonly amount: MinorUnits; readonly isBlank: boolean }
  readonly head: ReactNode
  readonly grid: Pick<SettleGridProps, 'label' | 'layoutId' | 'title' | 'onChange'> &
    Partial<Pick<SettleGridProps, 'rows'>>
  readonly emptiness: Emptiness | null
}

/** One entry that takes a customer's open items, from its customer to F9. */
export function SettlingForm<Entry extends SettlingEntry, Done>(props: SettlingFormProps<Entry, Done>) {
  const { settling, draft, grid, ...page } = props
  const { entry, rows, currency, customers, side, write } = settling
  const title = customerDraftTitle(entry.customer, write(draft.amount))
  return (
    <SettlingPage
      {...page}
      isResumed={settling.isResumed}
      draft={draftOf(draft.kind, entry, { title, isBlank: draft.isBlank })}
      onNext={settling.onNext}
      customer={entry.customer}
      grid={{ rows, currency, customers, withDue: side === 'debits', ...grid }}
    />
  )
}

export type SettlingHeadProps<Entry> = {
  readonly settling: Settling<Entry>
  readonly withCustomer: (entry: Entry, customer: PickerOption | null) => Entry
  readonly errors: FieldErrors
  /** Beside the customer. */
  readonly first: ReactNode
  readonly second: ReactNode
}

/** Whose items are taken, and two rows of fields. */
export function SettlingHead<Entry extends SettlingEntry>(props: SettlingHeadProps<Entry>) {
  const { settling, withCustomer, errors, first, second } = props
  const { entry, update, card } = settling
  return (
    <EntryHead facts={customerFacts(card)}>
      <HeadRow>
        <CustomerPlace
          customer={entry.customer}
          onPick={(customer) => update((before) => withCustomer(before, customer))}
          errors={errors}
        />
        {first}
      </HeadRow>
      <HeadRow>{second}</HeadRow>
    </EntryHead>
  )
}

export type CustomerMoney = {
  readonly card: CustomerCard | null
  /** As chosen, or the customer's; the company's own until one is read. */
  readonly currency: string
  /** In that currency, or in another one that it then names. */
  readonly write: (amount: MinorUnits, currency?: string) => string
}

/** Whom an entry is for, and the currency it is counted in. */
export function useCustomerMoney(
  customer: PickerOption | null,
  { profile }: EntrySetup,
  entered: string | null = null,
): CustomerMoney {
  const format = useFormat()
  const card = useCustomerCard(customer)
  const currency = entered ?? card?.customer.currency ?? profile.baseCurrency
  const write = (amount: MinorUnits, of = currency): string =>
    of === currency ? format.amount(amount, currency) : `${format.amount(amount, of)} ${of}`
  return { card, currency, write }
}
