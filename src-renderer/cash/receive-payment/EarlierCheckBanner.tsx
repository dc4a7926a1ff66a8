import { earlierCheck } from '../../../src-shared/cash/rules/duplicate-check.ts'
import { describeWarning } from '../../../src-shared/refusals.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { Banner } from '../../ui/Banner.tsx'
import type { ReceiptEntry } from './entry.ts'

export type EarlierCheckBannerProps = { readonly entry: ReceiptEntry; readonly currency: string }

/** Says before posting that the customer's check may be entered already. */
export function EarlierCheckBanner({ entry, currency }: EarlierCheckBannerProps) {
  const { customer, method } = entry
  const reference = entry.reference.trim()
  const { data: earlier = null } = useLedgerQuery(
    'receipts.earlierCheck',
    { customerId: Number(customer?.key ?? 0), reference },
    { enabled: customer !== null && method === 'check' && reference !== '', keepPrevious: false },
  )
  if (customer === null || earlier === null) return null
  return (
    <Banner tone="warn">{describeWarning(earlierCheck({ code: customer.code, currency, reference }, earlier))}</Banner>
  )
}
