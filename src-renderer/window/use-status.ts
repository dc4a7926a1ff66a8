import type { OpenedCompany } from '../../src-shared/company/contract/company.ts'
import type { Person } from '../../src-shared/company/contract/people.ts'
import type { StatusItem } from '../ui/frame/AppShell.tsx'
import { useBooksCheckStatus } from './use-books-check.ts'
import { useRunningBackup } from './use-running-backup.ts'
import { useTieOut } from './use-tie-out.ts'
import type { LastTieOut } from './use-tie-out.ts'

const time = (at: Date): string => at.toTimeString().slice(0, 5)

/** The line below: whether the subledger ties to the control account, and how safe the file is. */
export function useStatus(company: OpenedCompany, person: Person, backedUpAt: Date | null): readonly StatusItem[] {
  const running = useRunningBackup()
  const checking = useBooksCheckStatus()
  const last = useTieOut(company.file)
  const items: StatusItem[] = []
  if (company.damage !== null)
    items.push({
      text:
        company.broken.length === 0 ? 'Opened read-only: the file is damaged' : 'Read-only by now: the file is damaged',
      tone: 'bad',
    })
  if (company.copy !== null) items.push({ text: 'A backup, to look at only', tone: 'warn' })
  if (last !== null) items.push(tieStatus(last))
  items.push({ text: `${person.name}, ${person.role}` })
  items.push({ text: company.file })
  if (backedUpAt !== null) items.push({ text: `Backed up ${time(backedUpAt)}` })
  return [...items, ...checking, ...running]
}

/** Between a change and the next tie-out it says when the last one was. */
export const tieStatus = ({ tie, at, isCurrent }: LastTieOut): StatusItem => {
  if (tie.difference !== 0) return { text: 'The subledger does not equal the control account', tone: 'bad' }
  return { text: isCurrent ? 'Ledger in balance' : `Ledger in balance at ${time(at)}`, tone: 'ok' }
}
