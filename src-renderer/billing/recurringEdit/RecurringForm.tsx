import { useRef } from 'react'
import { BillingLines } from '../entry/BillingLines.tsx'
import { draftOf, useDraft } from '../../entry/use-draft.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { EntryForm } from '../../keyboard/EntryForm.tsx'
import { useErrorFocus } from '../../keyboard/focus-error.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useAction } from '../../keyboard/use-action.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { FigureBar } from '../../ui/FactLine.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { ScheduleFields } from './ScheduleFields.tsx'
import { SettledCard } from './SettledCard.tsx'
import type { StartedRecurring } from './start.ts'
import { useRecurringEntry } from './use-recurring-entry.ts'
import { WhoFields } from './WhoFields.tsx'
import entryCss from '../../entry/entry.module.css'
import css from './recurringEdit.module.css'

export type RecurringFormProps = { readonly start: StartedRecurring; readonly setup: EntrySetup }

/** One recurring invoice: whom it bills, when, and for what. */
export function RecurringForm({ start, setup }: RecurringFormProps) {
  const form = useRef<HTMLDivElement>(null)
  const navigator = useNavigator()
  const { say } = useNotices()
  const state = useRecurringEntry(start.entry, setup)
  const { entry, terms, totals } = state
  const draft = useDraft(
    draftOf('recurring', entry, {
      title: entry.name.trim() || (entry.customer?.name ?? 'No customer yet'),
      isBlank: entry === start.entry && !start.isResumed,
    }),
    { isResumed: start.isResumed, isPosting: state.isSaving, onRefused: (message) => say(message, { tone: 'bad' }) },
  )
  useErrorFocus(form, state.attempt)

  async function save(): Promise<void> {
    if (!(await state.save())) return
    draft.forget({ discard: true })
    if (navigator.depth > 0) navigator.back()
    else navigator.replace({ screen: 'recurring' })
  }

  useAction('document.post', () => void save())
  useAction(
    'go.back',
    () => {
      if (draft.keep()) say('The recurring invoice is kept as a draft. Home lists it.')
      navigator.back()
    },
    { enabled: navigator.depth > 0 },
  )

  return (
    <Page
      title={start.stored === null ? 'New recurring invoice' : `Edit ${start.stored.name}`}
      sub={start.isResumed ? 'Resumed from a draft' : start.stored?.paused === true ? 'Paused' : undefined}
      actions={<ActionButton action="go.back" variant="quiet" />}
    >
      <EntryForm ref={form} className={entryCss.form ?? ''}>
        {state.banner !== null && <Banner tone="bad">{state.banner}</Banner>}
        <Card>
          <WhoFields state={state} setup={setup} />
        </Card>
        <Card>
          <ScheduleFields state={state} />
        </Card>
        <div className={css.body}>
          <Card fill>
            <BillingLines
              label="Recurring invoice lines"
              layoutId="recurring-lines"
              lines={entry.lines}
              onChange={(lines) => state.change({ lines })}
              terms={terms}
              totals={totals}
              isForeign={state.isForeign}
              offersDiscount={state.offersDiscount}
              errors={state.errors}
            />
          </Card>
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
            <ActionButton action="document.post" label={state.isSaving ? 'Saving' : 'Save'} variant="primary" />
          </FigureBar>
        </Card>
      </EntryForm>
    </Page>
  )
}
