import { classNames } from './class-names.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import css from './Dialog.module.css'

export type Progress = {
  readonly done: number
  /** Left out while nobody knows how much there is. */
  readonly total?: number
  /** What is being done now. */
  readonly text?: string
}

export type ProgressDialogProps = {
  readonly title: string
  readonly isOpen: boolean
  readonly progress: Progress | null
  /** Without it the work cannot be cancelled and no button says so. */
  readonly onCancel?: () => void
}

/** For work over a second: how far it is, and the way out. */
export function ProgressDialog({ title, isOpen, progress, onCancel }: ProgressDialogProps) {
  const total = progress?.total
  const share = progress === null || total === undefined || total === 0 ? null : Math.min(1, progress.done / total)
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={() => onCancel?.()}
      isDismissable={false}
      width={400}
      footer={
        onCancel !== undefined && (
          <Button onPress={onCancel} autoFocus>
            Cancel
          </Button>
        )
      }
    >
      <div className={css.progress}>
        <div
          role="progressbar"
          aria-label={title}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={share === null ? undefined : Math.round(share * 100)}
          className={css.track}
        >
          <div
            className={classNames(css.fill, share === null && css.unknown)}
            style={share === null ? undefined : { width: `${share * 100}%` }}
          />
        </div>
        <div className={css.counts}>
          <span>{progress?.text ?? 'Working'}</span>
          {total !== undefined && (
            <span>
              {grouped(progress?.done ?? 0)} of {grouped(total)}
            </span>
          )}
        </div>
      </div>
    </Dialog>
  )
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
