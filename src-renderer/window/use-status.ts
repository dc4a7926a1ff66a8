import type { OpenedCompany } from '../../src-shared/contract/company.ts'
import type { Person } from '../../src-shared/contract/people.ts'
import { LAST_DATE } from '../../src-shared/domain/calendar.ts'
import { useLedgerQuery } from '../api/queries.tsx'
import type { StatusItem } from '../ui/shell/AppShell.tsx'
import type { LastBackup } from './use-company-actions.ts'

const time = (at: Date): string => at.toTimeString().slice(0, 5)

/** The line below: whether the subledger ties to the control account, and how safe the file is. */
export function useStatus(company: OpenedCompany, person: Person, backup: LastBackup | null): readonly StatusItem[] {
  const { data: tie } = useLedgerQuery('ledger.tieOut', { asOf: LAST_DATE })
  const items: StatusItem[] = []
  if (company.readOnly) items.push({ text: 'Opened read-only: the file is damaged', tone: 'bad' })
  if (tie !== undefined) {
    const balanced = tie.difference === 0
    items.push(
      balanced
        ? { text: 'Ledger in balance', tone: 'ok' }
        : { text: 'The subledger does not equal the control account', tone: 'bad' },
    )
  }
  items.push({ text: `${person.name}, ${person.role}` })
  items.push({ text: company.file })
  if (backup !== null) items.push({ text: `Backed up ${time(backup.at)}` })
  return items
}
