import { classNames } from './class-names.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { useLasting } from './lasting.ts'
import { useEffect } from 'react'
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
  readonly isWorking: boolean
  /** The work waits for somebody's answer, such as a file or a PIN: that is not slow. */
  readonly isWaiting?: boolean
  readonly progress: Progress | null
  /** Without it the work cannot be cancelled and no button says so. */
  readonly onCancel?: () => void
}

const SHOWN_AFTER_MS = 700

/** How far slow work is, and the way out; of quick work nothing is seen. The focus is where the clerk goes on once it is over. */
export function ProgressDialog({ title, isWorking, isWaiting = false, progress, onCancel }: ProgressDialogProps) {
  const isSlow = useLasting(isWorking && !isWaiting, SHOWN_AFTER_MS)
  useFocusAfterWork(isWorking)
  const total = progress?.total
  const share = progress === null || total === undefined || total === 0 ? null : Math.min(1, progress.done / total)
  return (
    <Dialog
      title={title}
      isOpen={isSlow}
      onClose={() => onCancel?.()}
      isDismissable={false}
      width={400}
      footer={
        onCancel === undefined ? undefined : (
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

/**
 * Puts the focus where the screen begins once work is over, if it is nowhere by then: what had it may be gone or was disabled
 * meanwhile, and what came up beneath a progress could not take it. A screen begins at what asks for the focus as it comes up.
 */
export function useFocusAfterWork(isWorking: boolean): void {
  useEffect(() => {
    if (!isWorking) return
    return () => {
      // The dialog gives the focus back to what had it in a frame of its own.
      requestAnimationFrame(() => requestAnimationFrame(focusFirstPlace))
    }
  }, [isWorking])
}

function focusFirstPlace(): void {
  if (!isNowhere(document.activeElement)) return
  const places = [...document.querySelectorAll<HTMLElement>('main [data-first]')]
  places.findLast((place) => place.checkVisibility() && !place.matches(':disabled'))?.focus()
}

/** A heading has it only where nothing else could take it, and what is hidden is about to lose it. */
const isNowhere = (element: Element | null): boolean =>
  element === null ||
  element === document.body ||
  element.hasAttribute('data-page-heading') ||
  !element.checkVisibility()
