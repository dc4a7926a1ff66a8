import { useRef } from 'react'
import { useLedgerQuery } from '../../api/queries.tsx'
import { EntryForm } from '../../keyboard/EntryForm.tsx'
import { useErrorFocus } from '../../keyboard/focus-error.ts'
import { useActions } from '../../keyboard/use-action.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { FigureBar } from '../../ui/FactLine.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { Card, Page, Toolbar } from '../../ui/Page.tsx'
import { DueGrid } from './DueGrid.tsx'
import { describeDue, ticked, tickedTotals } from './due-row.ts'
import { useDueRun } from './use-due-run.ts'
import entryCss from '../../entry/entry.module.css'
import css from './recurring-due.module.css'

/** Bills what is due, in one step: tick, look over the dates, F9. */
export function RecurringDueScreen() {
  const form = useRef<HTMLDivElement>(null)
  const { data: profile } = useLedgerQuery('company.profile', {})
  const run = useDueRun()
  useErrorFocus(form, run.attempt)
  useActions({ 'document.post': () => void run.post() })
  const count = ticked(run.rows).length
  return (
    <Page
      title="Bill recurring invoices"
      sub={run.isRead ? describeDue(run.rows, run.more) : undefined}
      actions={
        <>
          <ActionButton action="go.back" variant="quiet" />
          <ActionButton action="due.tick" />
          <ActionButton action="due.tickAll" />
          <ActionButton action="due.skip" />
        </>
      }
    >
      <EntryForm ref={form} className={entryCss.form ?? ''}>
        {run.banner !== null && <Banner tone="bad">{run.banner}</Banner>}
        <Toolbar label="What is due">
          <DateField
            label="Due up to"
            name="upTo"
            value={run.upTo}
            onChange={run.setUpTo}
            className={css.upTo}
            quick
            autoFocus
          />
        </Toolbar>
        <Card fill>
          <DueGrid run={run} baseCurrency={profile?.baseCurrency ?? ''} />
        </Card>
        <Card>
          <FigureBar
            figures={[
              { label: 'Ticked', value: `${count} of ${run.rows.length}` },
              ...tickedTotals(run.rows).map(([currency, total]) => ({
                label: `Total ${currency}`,
                value: <Figure amount={total} currency={currency} />,
              })),
            ]}
          >
            <ActionButton action="document.post" label={run.isPosting ? 'Posting' : 'Post'} variant="primary" />
          </FigureBar>
        </Card>
      </EntryForm>
    </Page>
  )
}
