import { useEffect, useState } from 'react'
import type { OutputOf } from '../../../src-shared/contract.ts'
import { isAtLeast } from '../../../src-shared/kit/operation.ts'
import { askApprovalsBy } from '../../api/approvals.ts'
import type { ApprovalGiven, ApprovalRequest } from '../../api/approvals.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { PinField } from '../../ui/fields/PinField.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'

type OpenRequest = ApprovalRequest & { readonly answer: (given: ApprovalGiven | null) => void }
type Supervisor = OutputOf<'session.who'>['people'][number]

/**
 * Asks a supervisor, wherever in the window something was refused that one may let pass. Esc goes back to the entry, which
 * then says what was refused.
 */
export function ApprovalDialog() {
  const [request, setRequest] = useState<OpenRequest | null>(null)
  const { data: sitting } = useLedgerQuery('session.who', {})
  useEffect(() => askApprovalsBy((asked) => new Promise((answer) => setRequest({ ...asked, answer }))), [])
  if (request === null || sitting === undefined) return null
  const supervisors = sitting.people.filter(({ role }) => isAtLeast(role, 'supervisor'))
  const first = supervisors.find(({ id }) => id === sitting.person?.id) ?? supervisors[0]
  if (first === undefined) return null
  const close = (given: ApprovalGiven | null): void => {
    setRequest(null)
    request.answer(given)
  }
  return <AskSupervisor request={request} supervisors={supervisors} first={first} onClose={close} />
}

type AskProps = {
  readonly request: ApprovalRequest
  readonly supervisors: readonly Supervisor[]
  readonly first: Supervisor
  readonly onClose: (given: ApprovalGiven | null) => void
}

function AskSupervisor({ request, supervisors, first, onClose }: AskProps) {
  const [id, setId] = useState(first.id)
  const [pin, setPin] = useState('')
  const chosen = supervisors.find((supervisor) => supervisor.id === id) ?? first
  return (
    <FormDialog
      title="Ask a supervisor"
      submitLabel="Approve"
      canSubmit={!chosen.hasPin || pin !== ''}
      focusesSubmit={!chosen.hasPin}
      onSubmit={() => onClose({ userId: chosen.id, pin: chosen.hasPin ? pin : null })}
      onClose={() => onClose(null)}
    >
      {request.refusals.map(({ code, message }) => (
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
        <PinField
          label="PIN"
          value={pin}
          onChange={setPin}
          error={request.problem?.message}
          hint="Approving is kept beside the entry, with the name."
          autoFocus
        />
      )}
    </FormDialog>
  )
}
