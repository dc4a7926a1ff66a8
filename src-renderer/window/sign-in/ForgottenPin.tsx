import { useState } from 'react'
import { readRecoveryPhrase } from '../../../src-shared/company/rules/recovery-phrase.ts'
import { RefusedError } from '../../api/refused-error.ts'
import { useCommand, useLedgerQuery } from '../../api/queries.tsx'
import { phraseProblem } from '../../company/encryption/phrase-problem.ts'
import { Banner } from '../../ui/Banner.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { PinField } from '../../ui/fields/PinField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'

export type ForgottenPinProps = {
  readonly person: { readonly id: number; readonly name: string }
  /** The PIN is set: its owner signs in with it. */
  readonly onSet: () => void
  readonly onClose: () => void
}

const fields: readonly string[] = ['recoveryPhrase', 'pin']

/** A new PIN in place of a forgotten one, by the sheet that lies in the safe. */
export function ForgottenPin({ person, onSet, onClose }: ForgottenPinProps) {
  const set = useCommand('people.setForgottenPin')
  const { data: recovery } = useLedgerQuery('people.recovery', {})
  const [recoveryPhrase, setRecoveryPhrase] = useState('')
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const problem = phraseProblem(readRecoveryPhrase(recoveryPhrase))
  const refused = set.error
  const errorAt = (field: string): string | undefined => (refused?.path === field ? refused.message : undefined)
  const differs = again !== '' && again.length >= pin.length && again !== pin
  const hasPhrase = recovery !== undefined && (recovery.version > 0 || recovery.isOfFile)
  const submit = async (): Promise<void> => {
    try {
      await set.run({ id: person.id, pin, recoveryPhrase })
      onSet()
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
    }
  }
  return (
    <FormDialog
      title={`New PIN of ${person.name}`}
      lead="The recovery phrase that lies in the safe sets it. Who did what says that it was used."
      submitLabel="Set PIN"
      canSubmit={hasPhrase && problem === null && pin !== '' && pin === again && !set.isPending}
      onSubmit={() => void submit()}
      onClose={onClose}
      width={560}
    >
      {recovery !== undefined && !hasPhrase && (
        <Banner tone="warn">
          No recovery phrase was ever printed for this company. Another owner sets the PIN anew in Setup, under People.
        </Banner>
      )}
      {refused !== null && !fields.includes(refused.path) && <Banner tone="bad">{refused.message}</Banner>}
      <TextField
        label="Recovery phrase"
        value={recoveryPhrase}
        onChange={setRecoveryPhrase}
        error={errorAt('recoveryPhrase')}
        hint={recoveryPhrase === '' ? 'Nine groups of four, as they are printed.' : (problem ?? 'It is complete.')}
        maxLength={200}
        autoFocus
        quick
      />
      <PinField label="New PIN" value={pin} onChange={setPin} error={errorAt('pin')} hint="4 to 12 digits." quick />
      <PinField
        label="New PIN again"
        value={again}
        onChange={setAgain}
        error={differs ? 'This is not the same PIN. Enter it again.' : undefined}
        quick
      />
    </FormDialog>
  )
}
