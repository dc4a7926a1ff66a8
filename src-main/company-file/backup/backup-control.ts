import { Refusal } from '../../../src-shared/kit/refusal.ts'

/** How far the work is, and whether it is to stop. */
export interface BackupControl {
  readonly progress: (done: number, total: number) => void
  readonly isCancelled: () => boolean
}

export const uncontrolled: BackupControl = { progress: () => {}, isCancelled: () => false }

/** Throws Refusal `cancelled`. */
export const stopIfCancelled = ({ isCancelled }: BackupControl): void => {
  if (isCancelled()) throw new Refusal('cancelled')
}

/** The part of the whole that a step takes, in hundredths. */
export const partOf = (control: BackupControl, from: number, through: number): BackupControl => ({
  isCancelled: control.isCancelled,
  progress: (done, total) =>
    control.progress(Math.round(from + (total === 0 ? 1 : done / total) * (through - from)), 100),
})
