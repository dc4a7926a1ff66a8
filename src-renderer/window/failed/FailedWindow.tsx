import { useEffect, useRef } from 'react'
import { api } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import type { Failure } from './Boundary.tsx'
import css from './failed.module.css'

/** A dialog that went with the window gives the focus back to what is gone, a frame later. */
const FOCUS_AFTER_MS = 100

/** In the place of the whole window: nothing of it is left but these words and the keys that start it again. */
export function FailedWindow({ incident, refused }: Failure) {
  const start = (): void => void api.page.reload({})
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const timer = setTimeout(() => first.current?.focus(), FOCUS_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <main className={css.window}>
      <h1>Something went wrong here</h1>
      <div className={css.words} role="alert">
        {refused !== null && <p>{refused}</p>}
        <p>What you typed is kept. Entries that are not posted yet are listed on Home.</p>
        {incident !== null && <p className={css.incident}>Incident {incident}</p>}
      </div>
      <div className={css.buttons}>
        <Button ref={first} onPress={start} variant="primary" autoFocus keyHint="Enter">
          Start the window again
        </Button>
        <Button onPress={() => void api.company.close({}).then(start)}>Close the company</Button>
      </div>
    </main>
  )
}
