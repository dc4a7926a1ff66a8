import { useState } from 'react'
import { api, RefusedError } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import css from './lock.module.css'

export type LockScreenProps = {
  readonly person: { readonly id: number; readonly name: string }
  readonly hasPin: boolean
  readonly onUnlocked: () => void
  /** What is typed is kept as drafts, and somebody else signs in. */
  readonly onChangeUser: () => void
}

/** In place of the screen while the window is locked: who works, and nothing of the company. */
export function LockScreen({ person, hasPin, onUnlocked, onChangeUser }: LockScreenProps) {
  const [pin, setPin] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  async function unlock(): Promise<void> {
    try {
      await api.session.signIn({ userId: person.id, pin: hasPin ? pin : null })
      onUnlocked()
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      setPin('')
      setProblem(error.message)
    }
  }
  return (
    <form
      className={css.lock}
      onSubmit={(event) => {
        event.preventDefault()
        void unlock()
      }}
    >
      <h1>Locked</h1>
      <p>{person.name} works here. What was typed is kept.</p>
      {hasPin ? (
        <label className={css.pin}>
          PIN
          <input
            type="password"
            value={pin}
            maxLength={12}
            onChange={(event) => setPin(event.currentTarget.value)}
            autoFocus
          />
        </label>
      ) : (
        <p>No PIN is set, so that anybody can unlock it. Set one in Setup, under People.</p>
      )}
      {problem !== null && (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      <div className={css.buttons}>
        <Button onPress={onChangeUser}>Change user</Button>
        <Button variant="primary" onPress={() => void unlock()} keyHint="Enter" autoFocus={!hasPin}>
          Unlock
        </Button>
      </div>
    </form>
  )
}
