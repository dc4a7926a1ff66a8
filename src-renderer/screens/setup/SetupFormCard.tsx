import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { ActionButton } from '../../keyboard/ActionButton.tsx'
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
  /** F9 saves it: true of one form in sight at most. */
  readonly hasKey?: boolean
}

/** A form beside its list. */
export function SetupFormCard<Entry extends object>(props: SetupFormCardProps<Entry>) {
  const { title, form, saveLabel, children, actions, hasKey = true } = props
  const root = useRef<HTMLDivElement>(null)
  const save = (): void => void form.save()
  const label = form.isSaving ? 'Saving' : saveLabel
  useErrorFocus(root, form.attempt)
  useAction('document.post', save, { enabled: hasKey && !form.isSaving })
  useEffect(() => {
    // Opened from the list, or in place of a form that had the focus: the clerk types here next.
    const focused = document.activeElement
    if (focused !== document.body && (focused?.closest('[role="grid"]') ?? null) === null) return
    root.current?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }, [])
  return (
    <Card title={title}>
      <EntryForm ref={root} className={css.form ?? ''}>
        {form.isResumed && (
          <Banner actions={<Button onPress={form.startAfresh}>Start afresh</Button>}>
            What you typed before is not saved yet.
          </Banner>
        )}
        {form.banner !== null && <Banner tone="bad">{form.banner}</Banner>}
        {children}
        <div className={css.buttons}>
          {actions}
          {hasKey ? (
            <ActionButton action="document.post" label={label} variant="primary" />
          ) : (
            <Button onPress={save} isDisabled={form.isSaving}>
              {label}
            </Button>
          )}
        </div>
      </EntryForm>
    </Card>
  )
}
