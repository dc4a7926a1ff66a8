import type { FormEvent, ReactNode } from 'react'
import { RefusedError } from '../api/client.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import css from './entry.module.css'

export type CommandDialogProps = {
  readonly title: string
  /** What it does, in a sentence or two. */
  readonly lead: ReactNode
  readonly submitLabel: string
  readonly isDanger?: boolean
  /** False while something needed is missing, or the command runs. */
  readonly canSubmit: boolean
  /** Runs the command and closes; a refusal is shown here. */
  readonly onSubmit: () => Promise<void>
  /** Of the command. */
  readonly error: RefusedError | null
  /** The paths of refusals that a field of the dialog shows. */
  readonly fields: readonly string[]
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A command that needs a few fields, over the list it is about: Enter sends it. */
export function CommandDialog(props: CommandDialogProps) {
  const { error, onClose, canSubmit } = props

  function submit(): void {
    if (!canSubmit) return
    props.onSubmit().catch((refused: unknown) => {
      if (!(refused instanceof RefusedError)) throw refused
    })
  }

  return (
    <Dialog
      title={props.title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} keyHint="Escape">
            Go back
          </Button>
          <Button
            variant={props.isDanger === true ? 'danger' : 'primary'}
            onPress={submit}
            isDisabled={!canSubmit}
            keyHint="Enter"
          >
            {props.submitLabel}
          </Button>
        </>
      }
    >
      <form
        className={css.dialog}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          submit()
        }}
      >
        <p>{props.lead}</p>
        {error !== null && !props.fields.includes(error.path) && <Banner tone="bad">{error.message}</Banner>}
        {props.children}
        {/* Enter in a field submits a form of several fields only when it has such a button. */}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  )
}

/** What the command's refusal says of one field. */
export const errorAt = (error: RefusedError | null, path: string): string | undefined =>
  error?.path === path ? error.message : undefined
