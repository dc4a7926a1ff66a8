import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { actionOf } from '../../../src-shared/keys-and-menu/actions.ts'
import { EntryForm } from '../../keyboard/EntryForm.tsx'
import { useErrorFocus } from '../../keyboard/focus-error.ts'
import { useAction } from '../../keyboard/use-action.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Page.tsx'
import type { SetupForm } from './use-setup-form.ts'
import css from './setup.module.css'

export type SetupFormCardProps<Entry extends object> = {
  readonly title: string
  readonly form: SetupForm<Entry>
  readonly saveLabel: string
  readonly children: ReactNode
  /** Other buttons of the form. */
  readonly actions?: ReactNode
  /** F9 saves it from anywhere, true of one form in sight at most; otherwise from within. */
  readonly hasKey?: boolean
}

/** A form beside its list. */
export function SetupFormCard<Entry extends object>(props: SetupFormCardProps<Entry>) {
  const { title, form, saveLabel, children, actions, hasKey = true } = props
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [hasFocus, setHasFocus] = useState(false)
  const save = (): void => void form.save()
  useErrorFocus(root, form.attempt)
  useAction('document.post', save, { enabled: (hasKey || hasFocus) && !form.isSaving })
  useEffect(() => {
    // Opened from the list, or in place of a form that had the focus: the clerk types here next.
    const focused = document.activeElement
    if (focused !== document.body && (focused?.closest('[role="grid"], [data-page-heading]') ?? null) === null) return
    focusFirstField(root.current)
  }, [])
  useEffect(() => {
    if (form.begun > 0) focusFirstField(root.current)
  }, [form.begun])
  return (
    <Card title={title}>
      <EntryForm
        ref={root}
        className={css.form ?? ''}
        onLastEnter={() => button.current?.focus()}
        onFocusWithin={setHasFocus}
      >
        {form.isResumed && (
          <Banner actions={<Button onPress={form.startAfresh}>Start afresh</Button>}>
            What you typed before is not saved yet.
          </Banner>
        )}
        {form.banner !== null && <Banner tone="bad">{form.banner}</Banner>}
        {children}
        <div className={css.buttons}>
          {actions}
          <Button
            ref={button}
            onPress={save}
            isDisabled={form.isSaving}
            variant={hasKey ? 'primary' : 'plain'}
            {...(hasKey || hasFocus ? { keyHint: actionOf('document.post').key } : {})}
          >
            {form.isSaving ? 'Saving' : saveLabel}
          </Button>
        </div>
      </EntryForm>
    </Card>
  )
}

function focusFirstField(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>('input, select, textarea')?.focus()
}
