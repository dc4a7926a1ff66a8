import { useActions } from '../../keyboard/use-action.ts'
import type { Place } from '../../keyboard/places.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { FactLine } from '../../ui/FactLine.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { StatementFields } from './StatementFields.tsx'
import { StatementPaper } from './StatementPaper.tsx'
import { useStatement } from './use-statement.ts'
import type { StatementState } from './use-statement.ts'
import css from './statement.module.css'

export type StatementScreenProps = { readonly place: Extract<Place, { readonly screen: 'statement' }> }

/** A customer's statement as it will be printed: the very pages. */
export function StatementScreen({ place }: StatementScreenProps) {
  const state = useStatement(place.customerId, place.currency)
  const { choice, problem, warning, isReady, pdf } = state
  useActions({ 'print.page': state.print, 'pdf.save': state.save }, { enabled: isReady })
  return (
    <Page
      title="Statement"
      actions={
        <>
          <ActionButton action="pdf.save" label="Save PDF" />
          <ActionButton action="print.page" variant="primary" />
        </>
      }
    >
      <Card>
        <StatementFields state={state} />
        <StatementFacts state={state} />
      </Card>
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
      {warning !== null && <Banner tone="warn">{warning}</Banner>}
      {choice.customer !== null && pdf !== undefined ? (
        <StatementPaper pdf={pdf} isWaiting={!isReady} />
      ) : (
        choice.customer === null && (
          <Card fill>
            <EmptyState title="Choose a customer" actions={['go.customers', 'go.aging']}>
              Its statement shows here page by page, as it will be printed or saved.
            </EmptyState>
          </Card>
        )
      )}
    </Page>
  )
}

function StatementFacts({ state: { choice, statement } }: { readonly state: StatementState }) {
  if (choice.customer === null || statement === undefined) return null
  const { currency, total, pastDue, unapplied, inBase, lines } = statement
  return (
    <div className={css.facts}>
      <FactLine
        facts={[
          { label: 'Due', value: <Figure amount={total} currency={currency} showCurrency /> },
          ...(inBase === null
            ? []
            : [
                {
                  label: `Due in ${inBase.currency}`,
                  value: <Figure amount={inBase.total} currency={inBase.currency} />,
                },
              ]),
          {
            label: 'Past due',
            value: <Figure amount={pastDue} currency={currency} tone="overdue" />,
            tone: pastDue > 0 ? 'overdue' : undefined,
          },
          { label: 'Unapplied credit', value: <Figure amount={unapplied} currency={currency} /> },
          { label: 'Lines', value: String(lines.length) },
        ]}
      />
    </div>
  )
}
