import { roles } from '../../../src-shared/kit/operation.ts'
import { roleName } from '../../../src-shared/company/rules/role-name.ts'
import type { PersonRow } from '../../../src-shared/company/contract/people.ts'
import { useCommand, useLedgerQuery } from '../../api/queries.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { CheckField } from '../../ui/fields/CheckField.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { PinField } from '../../ui/fields/PinField.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { useNotices } from '../../ui/Notices.tsx'
import { NameField } from './NameField.tsx'
import { blankPerson, checkPerson, onlyOwner, personEntry } from './people-entry.ts'
import type { PersonEntry } from './people-entry.ts'
import { PinForm } from './PinForm.tsx'
import { RecoveryCard } from './RecoveryCard.tsx'
import { SetupFormCard } from './SetupFormCard.tsx'
import { SetupList } from './SetupList.tsx'
import { fieldsNamed, useSetupForm } from './use-setup-form.ts'
import css from './setup.module.css'

const columns: readonly GridColumn<PersonRow>[] = [
  { id: 'name', kind: 'text', title: 'Name', width: 180, grow: 1, value: (row) => row.name },
  { id: 'role', kind: 'choice', title: 'Role', width: 110, value: (row) => roleName[row.role] },
  { id: 'pin', kind: 'choice', title: 'PIN', width: 80, value: (row) => (row.hasPin ? 'set' : 'none') },
  { id: 'state', kind: 'choice', title: '', width: 90, value: (row) => (row.active ? '' : 'archived') },
]
const keyOf = (row: PersonRow): string => String(row.id)
const roleOptions = roles.map((role) => ({ value: role, label: roleName[role] }))

/** Who works here: Enter on one brings it into the form to be changed. */
export function PeopleSetup() {
  const { data: people = [] } = useLedgerQuery('people.list', {})
  const create = useCommand('people.create')
  const update = useCommand('people.update')
  const { say } = useNotices()
  const form = useSetupForm<PersonEntry>({
    keepAs: 'people',
    // A PIN does not outlast its field.
    keepable: (typed) => ({ ...typed, pin: '' }),
    start: blankPerson,
    check: checkPerson,
    fieldOf: fieldsNamed('name', 'role', 'active', 'pin'),
    send: async ({ stored, pin, ...entry }) => {
      const { active, ...nameAndRole } = entry
      if (stored === null) await create.run({ ...nameAndRole, pin })
      else await update.run({ ...stored, ...entry })
      say(`${entry.name.trim()} is ${stored === null ? 'added' : active ? 'changed' : 'archived'}.`, { tone: 'ok' })
      form.replace(blankPerson)
    },
  })
  const { entry, change, errors } = form
  const { data: recovery } = useLedgerQuery('people.recovery', {})
  const { data: sitting } = useLedgerQuery('session.who', {})
  const isHelped = recovery === undefined || recovery.version > 0 || recovery.isOfFile
  const alone = isHelped ? null : onlyOwner(people)
  const stored = people.find(({ id }) => id === entry.stored?.id)
  return (
    <SetupList
      record={{ kind: 'person', id: stored?.id }}
      label="People"
      layoutId="people"
      rows={people}
      columns={columns}
      rowKey={keyOf}
      typeToSelect="name"
      onOpen={(row) => form.replace(personEntry(row))}
      banner={
        alone !== null && (
          <Banner tone="warn">
            Only {alone.name} is an owner. Print a recovery phrase, or make somebody else an owner too: otherwise nobody
            can set a new PIN should {alone.name} forget it.
          </Banner>
        )
      }
    >
      <div className={css.stack}>
        <SetupFormCard
          // The fields begin anew with each person, the focus in the first of them.
          key={entry.stored?.id ?? 'new'}
          title={stored === undefined ? 'New person' : `Change ${stored.name}`}
          form={form}
          saveLabel={stored === undefined ? 'Add person' : 'Save person'}
          actions={stored !== undefined && <Button onPress={() => form.replace(blankPerson)}>New person</Button>}
        >
          <NameField form={form} />
          <SelectField
            label="Role"
            name="role"
            value={entry.role}
            onChange={(role) => change({ role })}
            options={roleOptions}
            error={errors['role']}
            hint="A viewer reads and prints, a clerk enters, a supervisor approves and closes the books, an owner changes people and restores backups."
            quick
          />
          {stored === undefined ? (
            <PinField
              label="PIN"
              name="pin"
              value={entry.pin}
              onChange={(pin) => change({ pin })}
              error={errors['pin']}
              hint="4 to 12 digits. Nobody can look it up again."
              quick
              required
            />
          ) : (
            <CheckField
              label="Works here"
              name="active"
              value={entry.active}
              onChange={(active) => change({ active })}
              error={errors['active']}
            />
          )}
        </SetupFormCard>
        {stored === undefined && sitting?.person?.role === 'owner' && <RecoveryCard />}
        {stored !== undefined && <PinForm key={`pin-${stored.id}`} person={stored} />}
      </div>
    </SetupList>
  )
}
