import { useRef } from 'react'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { EntryForm } from '../../keyboard/EntryForm.tsx'
import { useErrorFocus } from '../../keyboard/focus-error.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useAction } from '../../keyboard/use-action.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { AddressCards } from './AddressCards.tsx'
import { ContactLines } from './ContactLines.tsx'
import { CurrencyLimits } from './CurrencyLimits.tsx'
import { IdentityCard } from './IdentityCard.tsx'
import { unsavedKey } from './unsaved-entry.ts'
import { ReachCard } from './ReachCard.tsx'
import type { StartedCustomer } from './start.ts'
import { useCustomerEntry } from './use-customer-entry.ts'
import { useUnsavedEntry } from './use-unsaved-entry.ts'
import css from './customer-edit.module.css'

export type CustomerFormProps = {
  /** Undefined for a new customer. */
  readonly customerId: number | undefined
  readonly start: StartedCustomer
  readonly setup: EntrySetup
  /** Begins the next new customer. */
  readonly onNext: () => void
}

/** One customer, from the name to F9. */
export function CustomerForm({ customerId, start, setup, onNext }: CustomerFormProps) {
  const root = useRef<HTMLDivElement>(null)
  const navigator = useNavigator()
  const { say } = useNotices()
  const state = useCustomerEntry(start, customerId)
  const { entry, code, form } = state
  const isNew = customerId === undefined
  const kept = useUnsavedEntry({
    preference: unsavedKey(customerId),
    base: state.base,
    entry,
    isResumed: start.notice !== null,
    isSaving: form.isSending,
    onRefused: (message) => say(message, { tone: 'bad' }),
  })
  useErrorFocus(root, form.attempt)

  async function saveThen(then: (id: number) => void): Promise<void> {
    const id = await form.send()
    if (id === null) return
    kept.forget()
    say(`${code} ${entry.name.trim()} is saved.`, { tone: 'ok' })
    then(id)
  }

  const show = (id: number): void =>
    isNew || navigator.depth === 0 ? navigator.replace({ screen: 'customer', customerId: id }) : navigator.back()
  useAction('document.post', () => void saveThen(show))
  useAction('document.postAndNew', () => void saveThen(onNext), { enabled: isNew })
  useAction(
    'go.back',
    () => {
      if (kept.keep()) say(`Not saved yet. What you typed is kept: ${isNew ? 'Ctrl+N' : 'Ctrl+E'} goes on with it.`)
      navigator.back()
    },
    { enabled: navigator.depth > 0 },
  )

  return (
    <Page
      title={isNew ? 'New customer' : `Edit ${state.base.name}`}
      sub={isNew ? 'The name is enough to begin; the code follows from it' : state.base.code}
      actions={
        <>
          <ActionButton action="go.back" variant="quiet" />
          {isNew && <ActionButton action="document.postAndNew" label="Save and next" />}
          <ActionButton action="document.post" label={form.isSending ? 'Saving' : 'Save'} variant="primary" />
        </>
      }
    >
      <EntryForm ref={root} className={css.form ?? ''}>
        {form.banner !== null && <Banner tone="bad">{form.banner}</Banner>}
        {state.notice !== null && (
          <Banner
            actions={
              <Button variant="quiet" onPress={state.startAfresh}>
                Start afresh
              </Button>
            }
          >
            {state.notice}
          </Banner>
        )}
        <IdentityCard state={state} setup={setup} isNew={isNew} />
        <CurrencyLimits state={state} otherCurrencies={start.otherCurrencies} />
        <ReachCard state={state} />
        <AddressCards state={state} />
        <ContactLines state={state} />
      </EntryForm>
    </Page>
  )
}
