import { useState } from 'react'
import type { ReactNode } from 'react'
import { leaveRefused } from '../api/refused-error.ts'
import type { RefusedError } from '../api/refused-error.ts'
import { Banner } from '../ui/Banner.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import type { FormDialogProps } from '../ui/FormDialog.tsx'
import { useDateDoubts } from './use-date-doubts.ts'
import type { EntryDates } from './use-date-doubts.ts'

export type CommandDialogProps = Omit<FormDialogProps, 'onSubmit'> & {
  /** Runs the command and closes; a refusal is shown here. */
  readonly onSubmit: () => Promise<void>
  /** Of the command. */
  readonly error: RefusedError | null
  /** The paths of refusals that a field of the dialog shows. */
  readonly fields: readonly string[]
  /** Its dates: one that is typed far from the day worked on is asked about once, the one offered at first is not. */
  readonly dates?: EntryDates
  readonly children: ReactNode
}

const NO_DATES: EntryDates = {}

const typedOf = (dates: EntryDates, offered: EntryDates): EntryDates =>
  Object.fromEntries(Object.entries(dates).filter(([field, date]) => date !== offered[field]))

/** A command that needs a few fields: Enter sends it, and a refusal is said in the dialog. */
export function CommandDialog({ onSubmit, error, fields, dates = NO_DATES, children, ...dialog }: CommandDialogProps) {
  const [offered] = useState(dates)
  const doubts = useDateDoubts(typedOf(dates, offered))
  const [doubt] = Object.values(doubts.shown)
  return (
    <FormDialog {...dialog} onSubmit={() => !doubts.ask() && void onSubmit().catch(leaveRefused)}>
      {doubt !== undefined && <Banner tone="warn">{doubt}</Banner>}
      {error !== null && !fields.includes(error.path) && <Banner tone="bad">{error.message}</Banner>}
      {children}
    </FormDialog>
  )
}

/** What the command's refusal says of one field. */
export const errorAt = (error: RefusedError | null, path: string): string | undefined =>
  error?.path === path ? error.message : undefined
