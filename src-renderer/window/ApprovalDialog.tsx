import { useEffect, useState } from 'react'
import type { FormEvent } from 'react'
import type { OutputOf } from '../../src-shared/contract/index.ts'
import { askApprovalsBy } from '../api/approvals.ts'
import type { ApprovalGiven, ApprovalRequest } from '../api/approvals.ts'
import { useLedgerQuery } from '../api/queries.tsx'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { SelectField } from '../ui/fields/SelectField.tsx'
import { TextField } from '../ui/fields/TextField.tsx'
import css from './people.module.css'

type Asked = ApprovalRequest & { readonly answer: (given: ApprovalGiven | null) => void }
type Supervisor = OutputOf<'session.who'>['people'][number]

/**
 * Asks a supervisor, wherever in the window something was refused that one may let pass. Esc goes back to the entry, which
 * then says what was refused.
 */
export function ApprovalDialog() {
  const [asked, setAsked] = useState<Asked | null>(null)
  const { data: sitting } = useLedgerQuery('session.who', {})
  useEffect(() => askApprovalsBy((request) => new Promise((answer) => setAsked({ ...request, answer }))), [])
  if (asked === null || sitting === undefined) return null
  const supervisors = sitting.people.filter(({ role }) => role === 'supervisor')
  const first = supervisors.find(({ id }) => id === sitting.person?.id) ?? supervisors[0]
  if (first === undefined) return null
  const close = (given: ApprovalGiven | null): void => {
    setAsked(null)
    asked.answer(given)
  }
  return <AskSupervisor asked={asked} supervisors={supervisors} first={first} onClose={close} />
}

type AskProps = {
  readonly asked: ApprovalRequest
  readonly supervisors: readonly Supervisor[]
  readonly first: Supervisor
  readonly onClose: (given: ApprovalGiven | null) => void
}

function AskSupervisor({ asked, supervisors, first, onClose }: AskProps) {
  const [id, setId] = useState(first.id)
  const [pin, setPin] = useState('')
  const chosen = supervisors.find((supervisor) => supervisor.id === id) ?? first
  const approve = (): void => {
    if (chosen.hasPin && pin === '') return
    onClose({ userId: chosen.id, pin: chosen.hasPin ? pin : null })
  }
  return (
    <Dialog
      title="Ask a supervisor"
      isOpen
      onClose={() => onClose(null)}
      footer={
        <>
          <Button onPress={() => onClose(null)} keyHint="Escape">
            Go back
          </Button>
          <Button
            variant="primary"
            onPress={approve}
            isDisabled={chosen.hasPin && pin === ''}
            autoFocus={!chosen.hasPin}
          >
            Approve
          </Button>
        </>
      }
    >
      <form
        className={css.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          approve()
        }}
      >
        {asked.refusals.map(({ code, message }) => (
          <Banner key={code} tone="warn">
            {message}
          </Banner>
        ))}
        <SelectField
          label="Supervisor"
          value={String(id)}
          onChange={(value) => setId(Number(value))}
          options={supervisors.map((supervisor) => ({ value: String(supervisor.id), label: supervisor.name }))}
        />
        {chosen.hasPin && (
          <TextField
            label="PIN"
            type="password"
            value={pin}
            onChange={setPin}
            maxLength={12}
            error={asked.problem?.message}
            hint="Approving is kept beside the entry, with the name."
            autoFocus
          />
        )}
        {/* Enter in a field submits a form of several fields only when it has such a button. */}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  )
}
