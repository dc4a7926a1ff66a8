import { useEffect, useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'
import type { ColumnWidths } from './grid-column.ts'

/** A width is told in whole px: what is cut by less than one is cut too. */
const ROUNDING = 1

/**
 * The widths in which what is drawn is seen whole, of the columns where something did not fit, in px by column id. Measured
 * before the window paints, so nothing is seen to move; a width never shrinks while the list is open.
 * @param drawn changes whenever other rows, columns or widths are drawn
 */
export function useFitWidths(grid: RefObject<HTMLElement | null>, drawn: readonly unknown[]): ColumnWidths {
  const [fit, setFit] = useState<ColumnWidths>({})
  const [fonts, setFonts] = useState(0)

  useEffect(() => {
    let isGone = false
    void document.fonts.ready.then(() => {
      if (!isGone) setFonts((before) => before + 1)
    })
    return () => {
      isGone = true
    }
  }, [])

  useLayoutEffect(() => {
    if (grid.current === null) return
    const wider: Record<string, number> = {}
    for (const cell of grid.current.querySelectorAll<HTMLElement>('[data-fit]')) {
      const id = cell.dataset['fit'] ?? ''
      const lacking = cell.scrollWidth - cell.clientWidth
      if (lacking > 0) wider[id] = Math.max(wider[id] ?? 0, cell.scrollWidth + ROUNDING)
    }
    const isWider = Object.entries(wider).some(([id, width]) => width > (fit[id] ?? 0))
    if (isWider) setFit((before) => merged(before, wider))
    // oxlint-disable-next-line react/exhaustive-deps -- what is drawn is told by the caller
  }, [grid, fit, fonts, ...drawn])

  return fit
}

function merged(before: ColumnWidths, wider: ColumnWidths): ColumnWidths {
  const next = { ...before }
  for (const [id, width] of Object.entries(wider)) next[id] = Math.max(next[id] ?? 0, width)
  return next
}
