import { useEffect } from 'react'
import type { LedgerPages } from '../../api/pages.ts'

/** Rows that fill a window. */
const ENOUGH = 60

/** A page of a long search may hold few entries or none: the next one is read until the window is full or the log has ended. */
export function useReadOn({ rows, more }: Pick<LedgerPages<unknown>, 'rows' | 'more'>): void {
  useEffect(() => {
    if (rows.length < ENOUGH) more()
  }, [rows.length, more])
}
