import type { OutputOf } from '../../../src-shared/contract.ts'
import { crossRateText, paidAt, rateOfAmounts } from '../../../src-shared/domain/amounts/cross-rate.ts'
import { exchangeRate, isRateText } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import { api } from '../../api/client.ts'
import { howPaid } from '../../entry/cash.ts'
import { exchangeRateOf } from '../../entry/exchange-rate.ts'
import { placedBy } from '../../entry/field-errors.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { bindFields } from '../../entry/head/bind-fields.ts'
import { CurrencyPlace } from '../../entry/head/CurrencyPlace.tsx'
import { Place } from '../../entry/head/EntryHead.tsx'
import { MethodField, MoneyReferenceField } from '../../entry/head/money-fields.tsx'
import { MemoField } from '../../entry/head/text-fields.tsx'
import { RatePlace } from '../../entry/head/RateField.tsx'
import { moneyAccounts } from '../../entry/money-accounts.ts'
import { postingScreen, type PostingFormProps } from '../../entry/posting/PostingScreen.tsx'
import { complete, useForm } from '../../entry/use-form.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { AmountField } from '../../ui/fields/AmountField.tsx'
import { CheckField } from '../../ui/fields/CheckField.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { IdSelectField } from '../../ui/fields/IdSelectField.tsx'
import { useCrossRates } from '../settling/cross-rates.ts'
import type { SettleRow } from '../settling/settle-row.ts'
import { isBlankSettling } from '../settling/settling-entry.ts'
import { SettlingForm, SettlingHead, useSettling } from '../settling/SettlingForm.tsx'
import type { Settling } from '../settling/SettlingForm.tsx'
import type { Emptiness } from '../settling/SettlingPage.tsx'
import {
  checkRefund,
  creditErrors,
  nextRefund,
  refundFieldOf,
  refundInput,
  startRefund,
  sumsOf,
  withCurrency,
  withCustomer,
  withPaidIn,
  withApplied,
} from './entry.ts'
import type { PaidAcross, RefundEntry } from './entry.ts'

type Posted = OutputOf<'refunds.post'>

/** One refund: pays back what a customer has too much. */
function RefundForm(props: PostingFormProps<RefundEntry>) {
  const settling = useSettling(props, 'credits')
  const { entry, update, setup, rows, isRead, currency, write } = settling
  const money = entry.paidIn ?? currency
  const across = usePaidAcross(entry, rows, currency, setup)
  const sums = sumsOf(rows, across === null ? howPaid(setup.profile, entry.method, currency) : null)
  const posting = useForm<RefundEntry, Posted>({
    entry,
    problems: checkRefund(entry, rows, write, across),
    dates: { date: entry.date },
    live: creditErrors(entry, rows, write),
    place: placedBy((path) => refundFieldOf(path, rows)),
    send: () => api.refunds.post(complete(refundInput(entry, rows, sums.rounding, across))),
  })
  const format = useFormat()
  const writePaid = (amount: number): string => format.amount(amount, money)
  const figure = (amount: number) => <Figure amount={amount} currency={currency} />

  return (
    <SettlingForm
      title="Refund"
      sub="Money back for an overpayment or a credit note"
      settling={settling}
      posting={posting}
      draft={{ kind: 'refund', amount: sums.refund, isBlank: isBlankSettling(entry) }}
      describe={(posted) =>
        posted.overpaid > 0
          ? `${posted.number} posted, ${writePaid(posted.total)}. ${write(posted.overpaid)} was too much and is owed.`
          : posted.creditLeft > 0
            ? `${posted.number} posted, ${writePaid(posted.total)}. ${write(posted.creditLeft)} of the credit is left.`
            : `${posted.number} posted, ${writePaid(posted.total)}.`
      }
      figures={[
        { label: 'Refund', value: figure(sums.refund) },
        ...(across === null
          ? []
          : [{ label: `Paid in ${money}`, value: <Figure amount={across.amount ?? 0} currency={money} /> }]),
        ...(sums.rounding === 0 ? [] : [{ label: 'In cash', value: figure(sums.refund + sums.rounding) }]),
        sums.left < 0
          ? { label: 'Paid too much, owed', value: figure(0 - sums.left), tone: 'overdue' }
          : { label: 'Stays as credit', value: figure(sums.left) },
      ]}
      head={<RefundHead settling={settling} across={across} refunded={sums.refund} errors={posting.errors} />}
      grid={{
        label: 'Credits',
        layoutId: 'refund-credits',
        title: 'Refund',
        onChange: (_rows, changed) => update((before) => withApplied(before, changed)),
      }}
      emptiness={emptinessOf(entry, isRead)}
    />
  )
}

/** What is paid in another currency than the credit's: as typed, or at the rate of the day. Null within one. */
function usePaidAcross(
  { paidIn, paid, rate, date }: RefundEntry,
  rows: readonly SettleRow[],
  currency: string,
  { profile: { baseCurrency } }: EntrySetup,
): PaidAcross {
  const { workDate } = useConventions()
  const money = paidIn ?? currency
  const typed = exchangeRateOf(rate)
  const own = { currency: money, rate: typed !== null && isRateText(typed) ? exchangeRate(typed) : null }
  const usual = useCrossRates([currency], own, baseCurrency, date ?? workDate)[currency] ?? null
  if (money === currency) return null
  const { refund } = sumsOf(rows)
  const amount = paid ?? (refund <= 0 || usual === null ? null : paidAt(refund, currency, money, usual))
  return { currency: money, amount }
}

/** Refunds, one after the other. */
export const RefundScreen = postingScreen({
  title: 'Refund',
  start: startRefund,
  next: nextRefund,
  form: RefundForm,
})

function emptinessOf({ customer }: RefundEntry, isRead: boolean): Emptiness | null {
  if (customer === null) {
    return {
      title: 'Who gets money back?',
      text: 'Type the customer above. Its unapplied payments and credit notes come up here; Space takes one in full.',
    }
  }
  return isRead ? { title: 'Nothing to pay back', text: `${customer.name} has no credit that is open.` } : null
}

type RefundHeadProps = {
  readonly settling: Settling<RefundEntry>
  readonly across: PaidAcross
  /** What is taken of the credit. */
  readonly refunded: MinorUnits
  readonly errors: FieldErrors
}

/** Who gets the money, how and when. */
function RefundHead({ settling, across, refunded, errors }: RefundHeadProps) {
  const { entry, update, card, setup, currency } = settling
  const field = bindFields(entry, update, errors)
  const { baseCurrency } = setup.profile
  const bank = setup.accounts.find(({ roles }) => roles.includes('bank'))
  return (
    <SettlingHead
      settling={settling}
      withCustomer={withCustomer}
      errors={errors}
      first={
        <>
          <Place width={1.2}>
            <DateField label="Date" {...field('date')} required />
          </Place>
          <Place width={1.2}>
            <MethodField {...field('method')} />
          </Place>
          <Place width={1.2}>
            <MoneyReferenceField {...field('reference')} method={entry.method} />
          </Place>
        </>
      }
      second={
        <>
          <Place width={1.2}>
            <IdSelectField
              label="Paid from"
              {...field('bankAccountId')}
              value={entry.bankAccountId ?? bank?.id ?? null}
              options={moneyAccounts(setup.accounts)}
            />
          </Place>
          <CurrencyPlace
            {...field('currency')}
            usual={card?.customer.currency ?? baseCurrency}
            onChange={(chosen) => update((before) => withCurrency(before, chosen))}
          />
          <CurrencyPlace
            label="Paid in"
            {...field('paidIn')}
            usual={currency}
            onChange={(paidIn) => update((before) => withPaidIn(before, paidIn))}
          />
          {across !== null && (
            <Place width={1.4}>
              <AmountField
                label="Amount paid"
                {...field('paid')}
                value={across.amount}
                currency={across.currency}
                hint={rateHint(refunded, currency, across)}
                quick
              />
            </Place>
          )}
          <RatePlace
            {...field('rate')}
            currency={entry.paidIn ?? currency}
            baseCurrency={baseCurrency}
            date={entry.date}
          />
          <Place width={4}>
            <MemoField {...field('memo')} />
          </Place>
          {across === null && (
            <Place width="190px" isCheck>
              <CheckField label="Paid back too much" {...field('overpaid')} />
            </Place>
          )}
        </>
      }
    />
  )
}

/** The rate that both amounts say. */
function rateHint(refunded: MinorUnits, currency: string, across: NonNullable<PaidAcross>): string | undefined {
  const paid = { amount: across.amount ?? 0, currency: across.currency }
  const rate = rateOfAmounts({ amount: refunded, currency }, paid)
  return rate === null ? undefined : crossRateText(rate, currency, across.currency)
}
