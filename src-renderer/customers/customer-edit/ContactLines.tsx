import { EntryGrid } from '../../ui/grid/EntryGrid.tsx'
import type { EntryColumn } from '../../ui/grid/entry-column.ts'
import { Card } from '../../ui/Page.tsx'
import { isBlankContact, newContact } from './entry.ts'
import type { ContactRow } from './entry.ts'
import type { CustomerEntryState } from './use-customer-entry.ts'
import css from './customer-edit.module.css'

const column = (id: 'name' | 'role' | 'phone' | 'email', title: string, width: number): EntryColumn<ContactRow> => ({
  kind: 'text',
  id,
  title,
  width,
  grow: 1,
  value: (row) => row[id],
  change: (row, value) => ({ ...row, [id]: value }),
})

const columns = [
  column('name', 'Name', 160),
  column('role', 'Role', 120),
  column('phone', 'Phone', 130),
  column('email', 'Email', 180),
]
const keyOf = (row: ContactRow): string => row.key

/** Whom to call. Ctrl+Ins adds a line, Tab on the last cell another. */
export function ContactLines({ state: { entry, change, errors } }: { readonly state: CustomerEntryState }) {
  return (
    <div className={css.contacts}>
      <Card title="Contacts" fill>
        <EntryGrid
          label="Contacts"
          layoutId="customer-contacts"
          rows={entry.contacts.length === 0 ? [FIRST] : entry.contacts}
          columns={columns}
          rowKey={keyOf}
          newRow={newContact}
          isBlank={isBlankContact}
          errors={errors}
          errorPath="contacts"
          onChange={(rows) => change({ contacts: rows })}
        />
      </Card>
    </div>
  )
}

/** The line one can type into at once; it is no contact until something is typed. */
const FIRST: ContactRow = { key: 'first', name: '', role: '', phone: '', email: '' }
