import { useMemo, useState } from 'react'
import type { CustomerCard } from '../../../src-shared/customers/contract/customers.ts'
import type { OpenItem } from '../../../src-shared/ledger/contract/open-items.ts'
import { exchangeRate, isRateText } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import type { ExchangeRate } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { api } from '../../api/client.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import type { Update } from '../../entry/head/bind-fields.ts'
import { howPaid } from '../../entry/cash.ts'
import { createRowCache } from '../../entry/row-cache.ts'
import { rateOfBank, useCrossRates } from '../settling/cross-rates.ts'
import { isSeen, NOT_SEEN } from '../settling/proposing.ts'
import type { Proposing } from '../settling/proposing.ts'
import { useCustomerCard } from '../../entry/use-customer-card.ts'
import { complete, useForm } from '../../entry/use-form.ts'
import type { Form } from '../../entry/use-form.ts'
import { exchangeRateOf } from '../../entry/exchange-rate.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { checkReceipt, liveErrors } from './check.ts'
import type { Allocation, ReceiptEntry } from './entry.ts'
import { paymentRows, paymentsOf } from './payment-row.ts'
import type { PaymentRow } from './payment-row.ts'
import { paymentsShown, proposalShown } from './proposed.ts'
import { receiptCommand, sentRows } from './posting.ts'
import type { Done, ReceiptCommand } from './posting.ts'
import { placeReceiptRefusal, rowErrorAt } from './refusal.ts'
import type { ReceiptRefusal } from './refusal.ts'
import { summarise } from './summary.ts'
import type { ReceiptSummary } from './summary.ts'
import { usePaymentItems } from './use-payment-items.ts'
import type { PaymentItems } from './use-payment-items.ts'

/** A payment being typed and what follows from it. */
export type ReceiptState = {
  readonly entry: ReceiptEntry
  readonly update: Update<ReceiptEntry>
  /** Applies as these rows say; from then on no proposal overwrites it. */
  readonly applyByHand: (rows: readonly PaymentRow[]) => void
  readonly allocate: (allocation: Allocation) => void
  readonly card: CustomerCard | null
  readonly currency: string
  readonly isForeign: boolean
  /** The rate that follows from what the bank paid; null while that is not typed. */
  readonly following: ExchangeRate | null
  readonly ledger: PaymentItems
  readonly rows: readonly PaymentRow[]
  readonly proposing: Proposing
  readonly summary: ReceiptSummary
  readonly errors: FieldErrors
  /** Posts what is typed, whole or not at all. */
  readonly form: Form<Done, ReceiptRefusal>
}

export function useReceiptEntry(start: ReceiptEntry, setup: EntrySetup): ReceiptState {
  const { workDate } = useConventions()
  const format = useFormat()
  const [entry, setEntry] = useState(start)
  const [keepRow] = useState(() => createRowCache<OpenItem, PaymentRow>())
  const card = useCustomerCard(entry.customer)
  const currency = entry.currency ?? card?.customer.currency ?? setup.profile.baseCurrency
  const { baseCurrency } = setup.profile
  const isForeign = currency !== baseCurrency
  const ledger = usePaymentItems(entry, currency)
  const graceDays = setup.profile.settings.discountGraceDays
  const date = entry.date ?? workDate
  const following = rateOfBank(entry, currency, baseCurrency)
  const typedRate = exchangeRateOf(entry.rate)
  const moneyRate = typedRate !== null && isRateText(typedRate) ? exchangeRate(typedRate) : following
  const itemCurrencies = ledger.items.map((item) => item.currency)
  const crossRates = useCrossRates(itemCurrencies, { currency, rate: moneyRate }, baseCurrency, date)
  const rows = useMemo(
    () =>
      paymentRows(
        ledger.items,
        paymentsShown(entry.allocation, ledger.proposals),
        { date, graceDays, money: currency, crossRates },
        keepRow,
      ),
    [ledger.items, ledger.proposals, entry.allocation, date, graceDays, currency, crossRates, keepRow],
  )
  const how = howPaid(setup.profile, entry.method, currency)
  const summary = summarise(entry.amount, rows, how)
  const write = (amount: number, of = currency): string =>
    of === currency ? format.amount(amount, currency) : `${format.amount(amount, of)} ${of}`
  const proposing: Proposing = {
    ...ledger,
    proposal: proposalShown(entry.allocation, ledger.proposals),
    isByHand: entry.allocation.kind === 'byHand',
    hasAmount: (entry.amount ?? 0) > 0,
    hasItems: rows.length > 0,
    isApplied: summary.applied !== 0 || summary.creditsUsed !== 0,
  }
  const sent = sentRows(rows)
  const form = useForm<ReceiptEntry, Done, ReceiptRefusal>({
    entry,
    problems: checkReceipt(entry, rows, write, how),
    live: liveErrors(entry, rows, write, how),
    dates: { date: entry.date, applicationDate: entry.applicationDate },
    notYet: isSeen(proposing) ? null : NOT_SEEN,
    send: async () => {
      const command = complete(receiptCommand(entry, sent, summary.rounding, following))
      return { receipt: await run(command), used: sent.credits }
    },
    place: (error) => placeReceiptRefusal(error, sent),
  })

  return {
    entry,
    update: setEntry,
    applyByHand: (next) =>
      setEntry((before) => ({ ...before, allocation: { kind: 'byHand', payments: paymentsOf(next) } })),
    allocate: (allocation) => setEntry((before) => ({ ...before, allocation })),
    card,
    currency,
    isForeign,
    following,
    ledger,
    rows,
    proposing,
    summary,
    form,
    errors: { ...form.errors, ...rowErrorAt(form.refusal?.row ?? null, rows) },
  }
}

async function run(command: ReceiptCommand): Promise<Done['receipt']> {
  if (command.name === 'receipts.post') return api.receipts.post(command.input)
  await api.applications.applyCredits(command.input)
  return null
}
