import type { PersonRow } from '../../../src-shared/company/contract/people.ts'
import { useCommand, useLedgerQuery } from '../../api/queries.tsx'
import { PinField } from '../../ui/fields/PinField.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { blankPin, checkPin } from './people-entry.ts'
import type { PinEntry } from './people-entry.ts'
import { SetupFormCard } from './SetupFormCard.tsx'
import { fieldsNamed, useSetupForm } from './use-setup-form.ts'

/** One's own PIN, or that of somebody who forgot it. */
export function PinForm({ person }: { readonly person: PersonRow }) {
  const { data: sitting } = useLedgerQuery('session.who', {})
  const set = useCommand('people.setPin')
  const { say } = useNotices()
  const asksCurrent = person.hasPin && sitting?.person?.id === person.id
  const form = useSetupForm<PinEntry>({
    keepAs: null,
    start: blankPin,
    check: (entry) => checkPin(entry, asksCurrent),
    fieldOf: fieldsNamed('pin', 'currentPin'),
    send: async ({ pin, currentPin }) => {
      await set.run({ id: person.id, pin, currentPin: asksCurrent ? currentPin : null })
      say(`${person.name} has a new PIN.`, { tone: 'ok' })
      form.replace(blankPin)
    },
  })
  const field = (name: keyof PinEntry, label: string) => ({
    label,
    name,
    value: form.entry[name],
    onChange: (text: string) => form.change({ [name]: text }),
    error: form.errors[name],
    quick: true,
  })
  return (
    <SetupFormCard title={`PIN of ${person.name}`} form={form} saveLabel="Set PIN" hasKey={false}>
      {asksCurrent && <PinField {...field('currentPin', 'PIN so far')} />}
      <PinField {...field('pin', 'New PIN')} />
      <PinField {...field('again', 'New PIN again')} />
    </SetupFormCard>
  )
}
