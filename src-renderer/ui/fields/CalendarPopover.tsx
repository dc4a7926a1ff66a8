import type { RefObject } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { CalendarGrid } from './CalendarGrid.tsx'
import css from './popover.module.css'

export type CalendarPopoverProps = {
  readonly label: string
  readonly anchor: RefObject<HTMLElement | null>
  readonly isOpen: boolean
  readonly value: CalendarDate | null
  readonly onClose: () => void
  readonly onPick: (date: CalendarDate) => void
}

/** A month to pick a day from, for those who want to see the weeks. */
export function CalendarPopover({ label, anchor, isOpen, value, onClose, onPick }: CalendarPopoverProps) {
  return (
    <Popover
      triggerRef={anchor}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      placement="bottom start"
      offset={4}
      className={css.popover ?? ''}
    >
      <Dialog aria-label={`Calendar for ${label}`} className={css.dialog ?? ''}>
        <CalendarGrid value={value} onPick={onPick} />
      </Dialog>
    </Popover>
  )
}
