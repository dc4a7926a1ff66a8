import { useLedgerQuery } from '../../api/queries.tsx'
import { describeDue } from '../../billing/recurring-due/due-row.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { useConventions } from '../../ui/conventions.tsx'

/** How many recurring invoices wait to be billed; says nothing when none does. */
export function RecurringDue() {
  const { workDate } = useConventions()
  const { data: due } = useLedgerQuery('recurring.due', { asOf: workDate })
  if (due === undefined || due.rows.length === 0) return null
  return (
    <Banner actions={<ActionButton action="go.recurringDue" label="Bill them" />}>
      {describeDue(due.rows, due.more)}
    </Banner>
  )
}
