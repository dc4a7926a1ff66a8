import type { ReactNode } from 'react'
import { RefusedError } from '../api/client.ts'
import { Banner } from '../ui/Banner.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import type { FormDialogProps } from '../ui/FormDialog.tsx'

export type CommandDialogProps = Omit<FormDialogProps, 'onSubmit'> & {
  /** Runs the command and closes; a refusal is shown here. */
  readonly onSubmit: () => Promise<void>
  /** Of the command. */
  readonly error: RefusedError | null
  /** The paths of refusals that a field of the dialog shows. */
  readonly fields: readonly string[]
  readonly children: ReactNode
}

/** A command that needs a few fields: Enter sends it, and a refusal is said in the dialog. */
export function CommandDialog({ onSubmit, error, fields, children, ...dialog }: CommandDialogProps) {
  return (
    <FormDialog {...dialog} onSubmit={() => submit(onSubmit)}>
      {error !== null && !fields.includes(error.path) && <Banner tone="bad">{error.message}</Banner>}
      {children}
    </FormDialog>
  )
}

function submit(run: () => Promise<void>): void {
  run().catch((refused: unknown) => {
    // Said in the dialog.
    if (!(refused instanceof RefusedError)) throw refused
  })
}

/** What the command's refusal says of one field. */
export const errorAt = (error: RefusedError | null, path: string): string | undefined =>
  error?.path === path ? error.message : undefined
