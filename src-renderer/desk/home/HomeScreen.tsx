import { sum } from '../../../src-shared/domain/amounts/money.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { LateChargesOnScreen } from '../../finance-charges/charged-too-much/LateChargesBanner.tsx'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { AgingChart } from '../../reports/aging/AgingChart.tsx'
import { overdueOf, overduePercent } from '../../reports/aging/buckets.ts'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { StatCard } from '../../ui/FactLine.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { Drafts } from './Drafts.tsx'
import { OldBackup } from './OldBackup.tsx'
import { OutdatedRevaluations } from './OutdatedRevaluations.tsx'
import { RecurringDue } from './RecurringDue.tsx'
import css from './home.module.css'

/** The company at a glance, and what was left unfinished. */
export function HomeScreen() {
  const { workDate } = useConventions()
  const format = useFormat()
  const navigator = useNavigator()
  const { data: profile } = useLedgerQuery('company.profile', {})
  const { data: aging, error } = useLedgerQuery('aging.byCustomer', { asOf: workDate, in: 'base' })
  if (profile && profile.documents === 0) return <FirstSteps hasCustomers={profile.customers > 0} />
  const openAging = (): void => navigator.go({ screen: 'aging' })
  return (
    <Page title="Home" sub={`As of ${format.dateWithDay(workDate)}${aging ? `, in ${aging.currency}` : ''}`}>
      {error && <Banner tone="bad">{error.message}</Banner>}
      <OldBackup />
      <RecurringDue />
      <OutdatedRevaluations />
      <LateChargesOnScreen ids={null} />
      {aging && (
        <>
          <div className={css.figures}>
            <StatCard
              label="Receivable"
              onPress={openAging}
              hint={`${aging.rows.length} ${aging.rows.length === 1 ? 'customer' : 'customers'}`}
            >
              <Figure amount={aging.totals.total} currency={aging.currency} />
            </StatCard>
            <StatCard label="Overdue" onPress={openAging} hint={shareOf(aging.totals.buckets)}>
              <Figure amount={overdueOf(aging.totals.buckets)} currency={aging.currency} tone="overdue" />
            </StatCard>
            <StatCard label="Unapplied" onPress={openAging} hint="Received, and still to be applied">
              <Figure amount={0 - aging.totals.unapplied} currency={aging.currency} />
            </StatCard>
          </div>
          <Card title="Owed by age" padded>
            <AgingChart
              title="Owed by age"
              labels={aging.labels}
              amounts={aging.totals.buckets}
              currency={aging.currency}
            />
          </Card>
        </>
      )}
      <Drafts />
    </Page>
  )
}

function shareOf(buckets: readonly number[]): string {
  const percent = overduePercent(buckets)
  if (percent !== null) return `${percent}% of what is owed`
  return sum(buckets) > 0 ? 'Past its due date' : 'Nothing is owed'
}

function FirstSteps({ hasCustomers }: { readonly hasCustomers: boolean }) {
  return (
    <Page title="Home">
      <Card fill>
        {hasCustomers ? (
          <EmptyState title="Ready for the first invoice" actions={['invoice.new', 'receipt.new', 'go.import']}>
            What customers owe, and how old it is, shows here once something is posted.
          </EmptyState>
        ) : (
          <EmptyState title="A new set of books" actions={['customer.new', 'go.import', 'go.setup']}>
            Enter the first customer, or import customers and open invoices from a CSV file.
          </EmptyState>
        )}
      </Card>
      <Drafts />
    </Page>
  )
}
