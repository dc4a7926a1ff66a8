import { useRef, useState } from 'react'
import type { AgingRow } from '../../../src-shared/reports/contract/aging.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useActions } from '../../keyboard/use-action.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { Page } from '../../ui/Page.tsx'
import { AgingCustomers } from './AgingCustomers.tsx'
import { AgingItems } from './AgingItems.tsx'
import { AgingQuestion } from './AgingQuestion.tsx'
import { AgingSummary } from './AgingSummary.tsx'
import { useAging } from './use-aging.ts'
import { usePrintPage } from '../../print/use-print-page.ts'
import { ReportBanners } from '../report/ReportBanners.tsx'
import shared from '../report/report.module.css'

/** Who owes how much for how long, as of any day. A row opens the items it is made of. */
export function AgingScreen() {
  const aging = useAging()
  const { report } = aging
  const navigator = useNavigator()
  const format = useFormat()
  const list = useRef<HTMLDivElement>(null)
  const [selected, setSelected] = useState<AgingRow | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  // The row as of the day now shown: its customer may owe nothing on it.
  const opened = isOpen ? report?.rows.find((row) => row.customerId === selected?.customerId) : undefined

  usePrintPage({ title: 'Aging', isReady: report !== undefined })
  useActions(
    {
      'go.back': () => {
        setIsOpen(false)
        list.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
      },
    },
    { enabled: opened !== undefined },
  )
  const customerId = selected?.customerId ?? 0
  const ofCurrency = report?.in === 'currency' ? { currency: report.currency } : {}
  useActions(
    {
      'receipt.new': () => navigator.go({ screen: 'receivePayment', customerId }),
      'go.statements': () => navigator.go({ screen: 'statement', customerId, ...ofCurrency }),
    },
    { enabled: selected !== null },
  )

  return (
    <Page title="Aging" sub={<AgingQuestion aging={aging} />} actions={<ActionButton action="print.page" />}>
      <ReportBanners
        answer={aging}
        counting="Counting the open items of that day."
        shown={report === undefined ? null : `as of ${format.date(report.asOf)}`}
      />
      {report !== undefined && (
        <div ref={list} className={shared.report} aria-busy={aging.isCounting}>
          <AgingSummary report={report} basis={aging.basis} />
          <AgingCustomers
            report={report}
            selectedKey={selected === null ? null : String(selected.customerId)}
            onSelect={setSelected}
            onOpen={(row) => {
              setSelected(row)
              setIsOpen(true)
            }}
          />
          {opened !== undefined && <AgingItems row={opened} report={report} basis={aging.basis} />}
        </div>
      )}
    </Page>
  )
}
