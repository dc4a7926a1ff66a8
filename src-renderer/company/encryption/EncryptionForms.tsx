import { useState } from 'react'
import { leaveRefused } from '../../api/refused-error.ts'
import type { RefusedError } from '../../api/refused-error.ts'
import { useCommand } from '../../api/queries.tsx'
import { errorAt } from '../../entry/CommandDialog.tsx'
import { EntryForm } from '../../keyboard/EntryForm.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { SegmentField } from '../../ui/fields/SegmentField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { NewPassphrase, noPassphrase, problemOf } from './NewPassphrase.tsx'
import { showRecoveryPhrase } from './recovery-phrase-shown.ts'
import css from './encryption.module.css'

/** A refusal of no field of the form. */
function Refused({ error, fields }: { readonly error: RefusedError | null; readonly fields: readonly string[] }) {
  if (error === null || error.code === 'cancelled' || fields.includes(error.path)) return null
  return <Banner tone="bad">{error.message}</Banner>
}

export function TurnOn({ company }: { readonly company: string }) {
  const turnOn = useCommand('encryption.turnOn')
  const [typed, setTyped] = useState(noPassphrase)
  const [isTried, setIsTried] = useState(false)
  const submit = (): void => {
    setIsTried(true)
    if (problemOf(typed) !== null || turnOn.isPending) return
    turnOn
      .run({ passphrase: typed.passphrase })
      .then(({ recoveryPhrase }) => showRecoveryPhrase({ company, phrase: recoveryPhrase, use: 'open' }), leaveRefused)
  }
  return (
    <EntryForm className={css.form ?? ''} onLastEnter={submit}>
      <p className={css.hint}>
        From then on the company and its backups open with the passphrase, or with a recovery phrase that is printed for
        the safe. The company is closed for it and opened again.
      </p>
      <Refused error={turnOn.error} fields={['passphrase']} />
      <NewPassphrase
        value={typed}
        onChange={setTyped}
        isTried={isTried}
        error={errorAt(turnOn.error, 'passphrase')}
        autoFocus
      />
      <div className={css.buttons}>
        <Button variant="primary" onPress={submit} isDisabled={turnOn.isPending} keyHint="Enter">
          Encrypt the company
        </Button>
      </div>
      <ProgressDialog
        title="Encrypting the company"
        isWorking={turnOn.isPending}
        isWaiting={turnOn.progress === null}
        progress={turnOn.progress}
        onCancel={turnOn.cancel}
      />
    </EntryForm>
  )
}

export function TurnOff() {
  const turnOff = useCommand('encryption.turnOff')
  const [passphrase, setPassphrase] = useState('')
  const submit = (): void => {
    if (passphrase !== '' && !turnOff.isPending) void turnOff.run({ passphrase }).catch(leaveRefused)
  }
  return (
    <EntryForm className={css.form ?? ''} onLastEnter={submit}>
      <Refused error={turnOff.error} fields={['passphrase']} />
      <TextField
        label="Passphrase until now"
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        error={errorAt(turnOff.error, 'passphrase')}
        maxLength={1000}
        quick
      />
      <div className={css.buttons}>
        <Button variant="danger" onPress={submit} isDisabled={turnOff.isPending || passphrase === ''}>
          Turn encryption off
        </Button>
      </div>
      <ProgressDialog
        title="Turning encryption off"
        isWorking={turnOff.isPending}
        isWaiting={turnOff.progress === null}
        progress={turnOff.progress}
        onCancel={turnOff.cancel}
      />
    </EntryForm>
  )
}

export function PrintPhrase({ onShow }: { readonly onShow: (phrase: string) => void }) {
  const show = useCommand('encryption.recoveryPhrase')
  const [passphrase, setPassphrase] = useState('')
  const submit = (): void => {
    if (passphrase === '' || show.isPending) return
    show.run({ passphrase }).then(({ recoveryPhrase }) => onShow(recoveryPhrase), leaveRefused)
  }
  return (
    <EntryForm className={css.form ?? ''} onLastEnter={submit}>
      <Refused error={show.error} fields={['passphrase']} />
      <TextField
        label="Passphrase"
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        error={errorAt(show.error, 'passphrase')}
        maxLength={1000}
        autoFocus
        quick
      />
      <div className={css.buttons}>
        <Button variant="primary" onPress={submit} isDisabled={show.isPending || passphrase === ''}>
          Show it for printing
        </Button>
      </div>
    </EntryForm>
  )
}

const ways = [
  { value: 'passphrase', label: 'Passphrase until now' },
  { value: 'recoveryPhrase', label: 'Recovery phrase' },
] as const
type Way = (typeof ways)[number]['value']

export function ChangePassphrase() {
  const change = useCommand('encryption.changePassphrase')
  const { say } = useNotices()
  const [way, setWay] = useState<Way>('passphrase')
  const [proof, setProof] = useState('')
  const [next, setNext] = useState(noPassphrase)
  const [isTried, setIsTried] = useState(false)
  const submit = (): void => {
    setIsTried(true)
    if (proof === '' || problemOf(next) !== null || change.isPending) return
    const given = way === 'passphrase' ? { passphrase: proof } : { recoveryPhrase: proof }
    change.run({ ...given, next: next.passphrase }).then(({ backups, unreached }) => {
      setProof('')
      setNext(noPassphrase)
      setIsTried(false)
      const elsewhere =
        unreached.length === 0 ? '' : ` Backups in ${unreached.join(' and ')} still open with the one before.`
      say(`The passphrase is changed, also of ${backups === 1 ? 'one backup' : `${backups} backups`}.${elsewhere}`, {
        tone: 'ok',
      })
    }, leaveRefused)
  }
  return (
    <EntryForm className={css.form ?? ''} onLastEnter={submit}>
      <Refused error={change.error} fields={['passphrase', 'recoveryPhrase', 'next']} />
      <SegmentField
        label="Proven by"
        value={way}
        options={ways}
        onChange={(chosen) => {
          setWay(chosen)
          setProof('')
        }}
      />
      <TextField
        label={way === 'passphrase' ? 'Passphrase until now' : 'Recovery phrase'}
        type={way === 'passphrase' ? 'password' : 'text'}
        value={proof}
        onChange={setProof}
        error={errorAt(change.error, way)}
        maxLength={1000}
        quick
      />
      <NewPassphrase
        label="New passphrase"
        value={next}
        onChange={setNext}
        isTried={isTried}
        error={errorAt(change.error, 'next')}
      />
      <div className={css.buttons}>
        <Button variant="primary" onPress={submit} isDisabled={change.isPending}>
          Change the passphrase
        </Button>
      </div>
    </EntryForm>
  )
}
