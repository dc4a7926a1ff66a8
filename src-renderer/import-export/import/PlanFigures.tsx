import type { ImportPlan } from '../../../src-shared/import-export/contract/imports.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { StatCard } from '../../ui/FactLine.tsx'
import { Figure } from '../../ui/Figure.tsx'
import css from './import.module.css'

/** What the file adds to the books, in the company's currency. */
export function PlanFigures({ plan }: { readonly plan: ImportPlan }) {
  const { data: profile } = useLedgerQuery('company.profile', {})
  if (profile === undefined) return null
  const currency = profile.baseCurrency
  const { invoices, credits, receipts, newCustomers, totalInvoiced, totalCredited, totalReceived } = plan
  return (
    <div className={css.figures}>
      <StatCard label="Invoiced" hint={counted(invoices, 'invoice')}>
        <Figure amount={totalInvoiced} currency={currency} />
      </StatCard>
      {credits > 0 && (
        <StatCard label="Credited" hint={counted(credits, 'credit note')}>
          <Figure amount={totalCredited} currency={currency} />
        </StatCard>
      )}
      <StatCard label="Received" hint={counted(receipts, 'receipt')}>
        <Figure amount={totalReceived} currency={currency} />
      </StatCard>
      <StatCard label="Left open" hint={credits > 0 ? 'Invoiced less credited and received' : 'Invoiced less received'}>
        <Figure amount={totalInvoiced - totalCredited - totalReceived} currency={currency} />
      </StatCard>
      <StatCard label="New customers" hint="Made from their code">
        {newCustomers.toLocaleString('en-US')}
      </StatCard>
    </div>
  )
}

const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`
