import { BillLinesCard } from '../entry/BillFields.tsx'
import { EntryPage, useEntryPage } from '../../entry/posting/EntryPage.tsx'
import { draftOf } from '../../entry/use-draft.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { useSayDone } from '../../entry/use-say-done.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useAction } from '../../keyboard/use-action.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { FigureBar } from '../../ui/FactLine.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { Card } from '../../ui/Page.tsx'
import { ScheduleFields } from './ScheduleFields.tsx'
import { SettledCard } from './SettledCard.tsx'
import type { StartedRecurring } from './start.ts'
import { useRecurringEntry } from './use-recurring-entry.ts'
import { WhoFields } from './WhoFields.tsx'
import css from './recurring-edit.module.css'

export type RecurringFormProps = { readonly start: StartedRecurring; readonly setup: EntrySetup }

/** One recurring invoice: whom it bills, when, and for what. */
export function RecurringForm({ start, setup }: RecurringFormProps) {
  const navigator = useNavigator()
  const sayDone = useSayDone()
  const state = useRecurringEntry(start.entry, setup)
  const { entry, terms, totals, form } = state
  const page = useEntryPage({
    form,
    draft: draftOf('recurring', entry, {
      title: entry.name.trim() || (entry.customer?.name ?? 'No customer yet'),
      isBlank: entry === start.entry && !start.isResumed,
    }),
    isResumed: start.isResumed,
    noun: 'The recurring invoice',
  })

  const save = (): Promise<void> =>
    page.sendThen(() => {
      sayDone(`${entry.name.trim()} is saved.`)
      if (navigator.depth > 0) navigator.back()
      else navigator.replace({ screen: 'recurring' })
    })
  useAction('document.post', () => void save())

  return (
    <EntryPage
      page={page}
      title={start.stored === null ? 'New recurring invoice' : `Edit ${start.stored.name}`}
      sub={start.isResumed ? 'Resumed from a draft' : start.stored?.paused === true ? 'Paused' : undefined}
    >
      <Card>
        <WhoFields state={state} />
      </Card>
      <Card>
        <ScheduleFields state={state} />
      </Card>
      <div className={css.body}>
        <BillLinesCard bill={state} errors={form.errors} label="Recurring invoice lines" layoutId="recurring-lines" />
        {entry.existing !== null && <SettledCard recurringId={entry.existing.id} />}
      </div>
      <Card>
        <FigureBar
          figures={[
            {
              label: `Each invoice ${terms.currency}`,
              value: totals.ok ? <Figure amount={totals.totals.total} currency={terms.currency} /> : 'Too large',
            },
          ]}
        >
          <ActionButton action="document.post" label={form.isSending ? 'Saving' : 'Save'} variant="primary" />
        </FigureBar>
      </Card>
    </EntryPage>
  )
}
