import { useMemo, useRef, useState } from 'react'
import type { ProposedCharge } from '../../../src-shared/finance-charges/contract/finance-charges.ts'
import { useActions } from '../../keyboard/use-action.ts'
import { amountColumn } from '../../lists/columns.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { Card } from '../../ui/Page.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { ChargedItems } from './ChargedItems.tsx'
import { chargeKey, isCharged, leaveAllOut, toggleCharged } from './entry.ts'
import type { RunEntry } from './entry.ts'

export type ChargeGridProps = {
  readonly entry: RunEntry
  readonly onChange: (entry: RunEntry) => void
  readonly charges: readonly ProposedCharge[]
  /** Why there are no rows when there are none. */
  readonly empty: 'nothing late' | 'no rules' | 'reading'
}

/** A row for each customer and currency: Space leaves one out, Enter opens its items, Esc closes them. */
export function ChargeGrid({ entry, onChange, charges, empty }: ChargeGridProps) {
  const list = useRef<HTMLDivElement>(null)
  const [selected, setSelected] = useState<ProposedCharge | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  // As proposed now: other rules may charge nothing to the customer.
  const current = charges.find((charge) => selected !== null && chargeKey(charge) === chargeKey(selected))
  const columns = useMemo(() => chargeColumns(entry), [entry])
  const opened = isOpen ? current : undefined

  useActions(
    {
      'items.tick': () => current?.lacksRate === false && onChange(toggleCharged(entry, current)),
      'items.clear': () => onChange(leaveAllOut(entry, charges)),
    },
    { enabled: charges.length > 0 },
  )
  useActions(
    {
      'go.back': () => {
        setIsOpen(false)
        list.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
      },
    },
    { enabled: opened !== undefined },
  )
  return (
    <div ref={list} style={{ display: 'contents' }}>
      <Card fill>
        <DataGrid
          label="Charges"
          layoutId="finance-charges"
          actionScope="grid:items"
          rows={charges}
          columns={columns}
          rowKey={chargeKey}
          rowTone={(charge) => (isCharged(entry, charge) ? undefined : 'muted')}
          selectedKey={selected === null ? null : chargeKey(selected)}
          onSelect={setSelected}
          onOpen={(charge) => {
            setSelected(charge)
            setIsOpen(true)
          }}
          empty={empty === 'reading' ? null : empty === 'no rules' ? <NoRules /> : <NothingLate />}
        />
      </Card>
      {opened !== undefined && <ChargedItems charge={opened} />}
    </div>
  )
}

const NothingLate = () => (
  <EmptyState title="Nothing to charge">
    No item is late as of this day that was not charged before. Items disputed or held are left out.
  </EmptyState>
)

const NoRules = () => (
  <EmptyState title="Charge whom, by what?">
    Enter a yearly rate, a late fee, or both: who would be charged comes up here. Nothing is posted before F9.
  </EmptyState>
)

function chargeColumns(entry: RunEntry): readonly GridColumn<ProposedCharge>[] {
  const figure = (id: string, title: string, amountOf: (charge: ProposedCharge) => number) =>
    amountColumn({ id, title, width: 120, blankZero: true }, amountOf, ({ currency }) => currency)
  return [
    {
      id: 'charged',
      kind: 'flag',
      title: 'Charge',
      width: 84,
      value: (charge) => (isCharged(entry, charge) ? 'yes' : 'no'),
      cell: (charge) =>
        isCharged(entry, charge) ? (
          <Pill tone="ok">yes</Pill>
        ) : charge.lacksRate ? (
          <Pill tone="warn">no rate</Pill>
        ) : (
          <Pill>left out</Pill>
        ),
    },
    { id: 'code', kind: 'code', title: 'Code', width: 120, value: ({ code }) => code },
    { id: 'name', kind: 'text', title: 'Customer', width: 200, grow: 1, value: ({ name }) => name },
    { id: 'items', kind: 'number', title: 'Items', width: 72, align: 'end', value: ({ items }) => items.length },
    { id: 'currency', kind: 'code', title: 'Currency', width: 80, value: ({ currency }) => currency },
    figure('unapplied', 'Unapplied', ({ unapplied }) => unapplied),
    figure('interest', 'Interest', ({ interest }) => interest),
    figure('fee', 'Late fees', ({ fee }) => fee),
    { ...figure('total', 'Total', ({ total }) => total), isPinned: true },
  ]
}
