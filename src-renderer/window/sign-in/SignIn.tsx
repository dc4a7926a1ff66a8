import { useState } from 'react'
import type { OutputOf } from '../../../src-shared/contract.ts'
import { isAtLeast } from '../../../src-shared/kit/operation.ts'
import { RefusedError } from '../../api/client.ts'
import { useCommand } from '../../api/queries.tsx'
import { EntryForm } from '../../keyboard/EntryForm.tsx'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useAction } from '../../keyboard/use-action.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { PinField } from '../../ui/fields/PinField.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { ForgottenPin } from './ForgottenPin.tsx'
import css from './sign-in.module.css'

type People = OutputOf<'session.who'>['people']

export type SignInProps = { readonly company: string; readonly people: People }

/** Who is at the keyboard: asked before anything of the company is shown. */
export function SignIn({ company, people }: SignInProps) {
  const navigator = useNavigator()
  const { say } = useNotices()
  const signIn = useCommand('session.signIn')
  const [id, setId] = useState(people[0]?.id ?? 0)
  const [pin, setPin] = useState('')
  const [isForgotten, setIsForgotten] = useState(false)
  const chosen = people.find((person) => person.id === id)
  const enter = async (): Promise<void> => {
    if (chosen === undefined || signIn.isPending || (chosen.hasPin && pin === '')) return
    navigator.reset({ screen: 'home' })
    try {
      await signIn.run({ userId: chosen.id, pin: chosen.hasPin ? pin : null })
    } catch (error: unknown) {
      if (!(error instanceof RefusedError)) throw error
      setPin('')
    }
  }
  useAction('document.post', () => void enter())
  const mayRecover = chosen !== undefined && isAtLeast(chosen.role, 'supervisor')
  const refused = signIn.error
  const isOfPin = refused !== null && (refused.path === 'pin' || refused.code === 'pin_wait')
  return (
    <Page title="Who works?" sub={`${company}. What is entered from now on stands under this name`}>
      <div className={css.signIn}>
        <Card padded>
          <EntryForm className={css.form ?? ''} onLastEnter={() => void enter()}>
            {refused !== null && !isOfPin && <Banner tone="bad">{refused.message}</Banner>}
            <SelectField
              label="Name"
              value={String(id)}
              onChange={(value) => setId(Number(value))}
              options={people.map((person) => ({ value: String(person.id), label: person.name }))}
              autoFocus
              quick
            />
            {chosen?.hasPin === true && (
              <PinField
                label="PIN"
                value={pin}
                onChange={setPin}
                error={isOfPin ? refused.message : undefined}
                hint={mayRecover ? undefined : 'Forgotten? An owner sets a new one in Setup, under People.'}
                quick
              />
            )}
            <div className={css.buttons}>
              {mayRecover && chosen.hasPin && <Button onPress={() => setIsForgotten(true)}>Forgotten PIN</Button>}
              <Button variant="primary" onPress={() => void enter()} keyHint="Enter">
                Sign in
              </Button>
            </div>
          </EntryForm>
        </Card>
      </div>
      {isForgotten && chosen !== undefined && (
        <ForgottenPin
          person={chosen}
          onClose={() => setIsForgotten(false)}
          onSet={() => {
            setIsForgotten(false)
            signIn.reset()
            setPin('')
            say(`${chosen.name} has a new PIN. Sign in with it.`, { tone: 'ok' })
          }}
        />
      )}
    </Page>
  )
}
