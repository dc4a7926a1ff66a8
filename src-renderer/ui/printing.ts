import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** True while the window is put on paper: lists then show all their rows. */
export function useIsPrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false)
  useEffect(() => {
    // The paper is drawn as soon as the event is over, so the rows must be there by then.
    const before = (): void => flushSync(() => setIsPrinting(true))
    const after = (): void => setIsPrinting(false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return isPrinting
}
