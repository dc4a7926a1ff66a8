import { useEffect, useState } from 'react'

/** True once `isOn` has been true for so long without a break: what is quick gets no spinner. */
export function useLasting(isOn: boolean, afterMs: number): boolean {
  const [lasts, setLasts] = useState(false)
  useEffect(() => {
    if (!isOn) return
    const timer = setTimeout(() => setLasts(true), afterMs)
    return () => {
      clearTimeout(timer)
      setLasts(false)
    }
  }, [isOn, afterMs])
  return isOn && lasts
}
