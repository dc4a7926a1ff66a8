import type { ReactNode } from 'react'
import type { FieldErrors } from '../../entry/field-errors.ts'
import type { BindField } from '../../entry/head/bind-fields.ts'
import { CurrencyPlace } from '../../entry/head/CurrencyPlace.tsx'
import { CustomerPlace } from '../../entry/head/CustomerPlace.tsx'
import { HeadRow, Place } from '../../entry/head/EntryHead.tsx'
import { MemoField } from '../../entry/head/text-fields.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Card } from '../../ui/Page.tsx'
import { taxNotes } from './tax-notes.ts'
import { BillingLines } from './BillingLines.tsx'
import type { BillEntry } from './entry.ts'
import { DiscountAndTax } from './terms-fields.tsx'
import type { Bill } from './use-bill.ts'

type BillCustomerProps<Entry> = {
  readonly bill: Bill<Entry>
  readonly errors: FieldErrors
  readonly withCustomer: (entry: Entry, customer: BillEntry['customer']) => Entry
}

/** Whom a bill is for. */
export function BillCustomer<Entry extends BillEntry>({ bill, errors, withCustomer }: BillCustomerProps<Entry>) {
  return (
    <CustomerPlace
      customer={bill.entry.customer}
      onPick={(customer) => bill.update((before) => withCustomer(before, customer))}
      errors={errors}
      isOnHold={bill.card?.customer.onHold}
    />
  )
}

type BillRowProps<Entry> = {
  readonly bill: Bill<Entry>
  readonly field: BindField<Entry>
  readonly onCurrency: (currency: string | null) => void
  /** A credit note has no tolerance: nothing of it is to be paid. */
  readonly hasTolerance?: boolean
  /** After the currency. */
  readonly children?: ReactNode
}

/** What stands on a bill and concerns all its lines. */
export function BillRow<Entry extends BillEntry>(props: BillRowProps<Entry>) {
  const { bill, field, onCurrency, hasTolerance = true, children } = props
  const { card, setup, terms } = bill
  return (
    <HeadRow>
      <Place width={1}>
        <MemoField {...field('memo')} />
      </Place>
      <CurrencyPlace
        {...field('currency')}
        usual={card?.customer.currency ?? setup.profile.baseCurrency}
        onChange={onCurrency}
      />
      {children}
      <DiscountAndTax
        discount={field('documentDiscount')}
        pricesIncludeTax={field('pricesIncludeTax')}
        tolerance={hasTolerance ? field('toleranceMost') : undefined}
        currency={terms.currency}
      />
    </HeadRow>
  )
}

type BillLinesProps<Entry> = {
  readonly bill: Bill<Entry>
  readonly errors: FieldErrors
  readonly label: string
  /** Under which the widths of its columns are kept. */
  readonly layoutId: string
  readonly offersDiscount?: boolean
}

/** What is billed. */
export function BillLinesCard<Entry extends BillEntry>({ bill, errors, ...props }: BillLinesProps<Entry>) {
  const notes = taxNotes(bill.entry.lines, bill.terms, bill.card !== null)
  return (
    <Card fill>
      <BillingLines
        label={props.label}
        layoutId={props.layoutId}
        lines={bill.entry.lines}
        onChange={(lines) => bill.update((before) => ({ ...before, lines }))}
        terms={bill.terms}
        totals={bill.totals}
        isForeign={bill.isForeign}
        offersDiscount={props.offersDiscount ?? bill.offersDiscount}
        errors={errors}
      />
      {notes.map(({ tone, text }) => (
        <Banner key={tone} tone={tone}>
          {text}
        </Banner>
      ))}
    </Card>
  )
}
