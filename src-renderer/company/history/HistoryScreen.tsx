import { leaveRefused } from '../../api/refused-error.ts'
import { useMemo, useState } from 'react'
import type { HistoryEntry } from '../../../src-shared/company/contract/history.ts'
import { useLedgerPages } from '../../api/pages.ts'
import { useCommand, useLedgerQuery, useReport } from '../../api/queries.tsx'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useActions } from '../../keyboard/use-action.ts'
import { ListPage, useSelectedRow } from '../../lists/ListPage.tsx'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { ChainBanner } from './ChainBanner.tsx'
import { EntryDetail } from './EntryDetail.tsx'
import { EVERY_ENTRY, historyInput, isEveryEntry, type Wanted } from './history-filter.ts'
import { HistoryFilterFields } from './HistoryFilterFields.tsx'
import { historyColumns } from './history-columns.ts'
import { useReadOn } from './use-read-on.ts'
import { useVerdict } from './use-verdict.ts'

/** Who did what, newest first; a row opens its document or its customer. */
export function HistoryScreen() {
  const navigator = useNavigator()
  const { say } = useNotices()
  const [wanted, setWanted] = useState<Wanted>(EVERY_ENTRY)
  const list = useLedgerPages('history.list', historyInput(wanted))
  useReadOn(list)
  const selected = useSelectedRow(list.rows)
  const { data: profile } = useLedgerQuery('company.profile', {})
  const save = useCommand('history.saveCsv')
  const verify = useReport('history.verify')
  const { verdict, problem, check } = useVerdict(verify)
  useActions({
    'history.verify': check,
    'history.saveCsv': () => {
      save.run(historyInput(wanted)).then(
        (saved) => {
          if (saved !== null) say(savedText(saved), { tone: saved.more ? 'bad' : 'ok' })
        },
        leaveRefused, // said above the list
      )
    },
  })
  const format = useFormat()
  const columns = useMemo(() => historyColumns(format), [format])
  const change = (changes: Partial<Wanted>): void => {
    selected.clear()
    setWanted((before) => ({ ...before, ...changes }))
  }
  const open = ({ document, customer }: HistoryEntry): void => {
    if (document !== null) navigator.go({ screen: 'document', documentId: document.id })
    else if (customer !== null) navigator.go({ screen: 'customer', customerId: customer.id })
  }
  const refused = save.error?.message ?? problem
  return (
    <ListPage<HistoryEntry>
      title="Who did what"
      sub="Every command that was carried out, newest first. Nothing can be taken out of it."
      actions={
        <>
          <ActionButton action="history.verify" />
          <ActionButton action="history.saveCsv" />
          <ActionButton action="print.page" />
        </>
      }
      layoutId="history"
      list={list}
      columns={columns}
      selected={selected}
      onOpen={open}
      banners={
        <>
          {refused !== null && <Banner tone="bad">{refused}</Banner>}
          {verdict !== null && <ChainBanner verdict={verdict} />}
        </>
      }
      filter={{
        label: 'Which entries',
        children: <HistoryFilterFields wanted={wanted} onChange={change} currency={profile?.baseCurrency ?? 'USD'} />,
      }}
      empty={
        <EmptyState title={isEveryEntry(wanted) ? 'Nothing was done yet' : 'No entry matches'}>
          Empty a field above to see more.
        </EmptyState>
      }
    >
      {selected.row !== null && <EntryDetail entry={selected.row} />}
      <ProgressDialog
        title="Checking the log"
        isWorking={verify.isPending}
        progress={verify.progress}
        onCancel={verify.cancel}
      />
    </ListPage>
  )
}

const savedText = ({ file, entries, more }: { file: string; entries: number; more: boolean }): string =>
  more
    ? `${file} holds the newest ${entries.toLocaleString('en-US')} entries. Choose fewer days to save the others.`
    : `${entries === 1 ? 'One entry is' : `${entries.toLocaleString('en-US')} entries are`} saved in ${file}.`
