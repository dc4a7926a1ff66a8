import { useRef } from 'react'
import type { FormEvent, KeyboardEvent, ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import css from './Dialog.module.css'

export type FormDialogProps = {
  readonly title: string
  /** What it does, in a sentence or two; left out where the children say it. */
  readonly lead?: ReactNode
  readonly submitLabel: string
  readonly isDanger?: boolean
  /** False while something needed is missing, or what was submitted is on its way. */
  readonly canSubmit: boolean
  readonly onSubmit: () => void
  /** The focus starts on the button: there is nothing to type. */
  readonly focusesSubmit?: boolean
  /** Another way to go on, beside the one that Enter takes. */
  readonly also?: { readonly label: string; readonly onPress: () => void } | undefined
  readonly onClose: () => void
  /** In px. */
  readonly width?: number
  readonly children: ReactNode
}

/** A few fields over the screen they are about: Enter submits them, Esc goes back. */
export function FormDialog(props: FormDialogProps) {
  const { canSubmit, onSubmit, onClose, also } = props
  const form = useRef<HTMLFormElement>(null)

  /** A list of choices would open at Enter; Space, the arrows and F4 open it too. */
  function submitFromList(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLSelectElement)) return
    event.preventDefault()
    form.current?.requestSubmit()
  }

  return (
    <Dialog
      title={props.title}
      {...(props.width === undefined ? {} : { width: props.width })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} keyHint="Escape">
            Go back
          </Button>
          {also !== undefined && (
            <Button onPress={also.onPress} isDisabled={!canSubmit}>
              {also.label}
            </Button>
          )}
          <Button
            variant={props.isDanger === true ? 'danger' : 'primary'}
            onPress={onSubmit}
            isDisabled={!canSubmit}
            keyHint="Enter"
            autoFocus={props.focusesSubmit ?? false}
          >
            {props.submitLabel}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          if (canSubmit) onSubmit()
        }}
      >
        <div className={css.form} onKeyDown={submitFromList}>
          {props.lead !== undefined && <p>{props.lead}</p>}
          {props.children}
        </div>
        {/* Enter in a field submits a form of several fields only when it has such a button. */}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  )
}
