import type { LeftOutItem } from '../../../src-shared/cash/contract/receipts.ts'
import { maxDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { useAction } from '../../keyboard/use-action.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'

export type LeftOutBannerProps = {
  readonly customer: PickerOption | null
  /** Of the money. */
  readonly currency: string
  /** Of the receipt. */
  readonly date: CalendarDate | null
  readonly applicationDate: CalendarDate | null
  readonly onApplyOn: (date: CalendarDate) => void
}

const NONE: readonly LeftOutItem[] = []

/** Says which open items a back-dated receipt cannot settle on its own day, and lets it be applied later. */
export function LeftOutBanner({ customer, currency, date, applicationDate, onApplyOn }: LeftOutBannerProps) {
  const { workDate } = useConventions()
  const format = useFormat()
  const day = maxDate(date ?? workDate, applicationDate ?? date ?? workDate)
  const { data } = useLedgerQuery(
    'receipts.leftOut',
    { customerId: Number(customer?.key ?? 0), date: day, currency },
    { enabled: customer !== null && date !== null, keepPrevious: false },
  )
  const items = (customer === null ? undefined : data) ?? NONE
  const [first, ...others] = items
  const latest = first === undefined ? day : maxDate(first.from, ...others.map(({ from }) => from))
  useAction('payment.applyLater', () => onApplyOn(latest), { enabled: first !== undefined })
  if (first === undefined) return null
  return (
    <Banner
      tone="warn"
      actions={<ActionButton action="payment.applyLater" label={`Apply on ${format.date(latest)}`} variant="quiet" />}
    >
      {leftOutText(items, format.date)}
    </Banner>
  )
}

const SHOWN_MOST = 3

/** Why items that are open are not proposed, each with the day from which it can be settled. */
export function leftOutText(items: readonly LeftOutItem[], write: (date: CalendarDate) => string): string {
  const shown = items.slice(0, SHOWN_MOST).map(({ number, from }) => `${number} (from ${write(from)})`)
  const more = items.length - shown.length
  const list = more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ')
  return `Settled on that day and open again later: ${list}.`
}
