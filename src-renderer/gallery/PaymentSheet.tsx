import { useMemo, useRef, useState } from 'react'
import type { CalendarDate } from '../../src-shared/domain/calendar.ts'
import type { MinorUnits } from '../../src-shared/domain/money.ts'
import { EntryForm } from '../keyboard/EntryForm.tsx'
import { useActions } from '../keyboard/use-action.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Banner } from '../ui/Banner.tsx'
import { useFormat } from '../ui/conventions.tsx'
import { FactLine, FigureBar } from '../ui/FactLine.tsx'
import { Figure } from '../ui/Figure.tsx'
import { AmountField } from '../ui/fields/AmountField.tsx'
import { DateField } from '../ui/fields/DateField.tsx'
import { FieldRow } from '../ui/fields/FieldRow.tsx'
import { Picker } from '../ui/fields/Picker.tsx'
import type { PickerOption } from '../ui/fields/picker-choice.ts'
import { ReferenceField } from '../ui/fields/ReferenceField.tsx'
import { SelectField } from '../ui/fields/SelectField.tsx'
import type { EntryColumn } from '../ui/grid/entry-column.ts'
import { EntryGrid } from '../ui/grid/EntryGrid.tsx'
import { KeyHint } from '../ui/KeyHint.tsx'
import { Card, Page } from '../ui/Page.tsx'
import { Pill } from '../ui/Pill.tsx'
import { customers, day, searchIn, workDate } from './sample.ts'

type OpenItem = {
  readonly uid: string
  readonly date: CalendarDate
  readonly number: string
  readonly reference: string
  readonly due: CalendarDate | null
  readonly late: number
  readonly original: MinorUnits
  readonly open: MinorUnits
  readonly until: CalendarDate | null
  readonly discount: MinorUnits
  readonly payment: MinorUnits | null
}

const items: readonly OpenItem[] = [
  item('INV-10418', '05-12', 'PO 7731', '06-11', 19, 421_000, 421_000, null, 0, 421_000),
  item('INV-10433', '05-14', 'PO 7740', '06-13', 17, 126_550, 126_550, null, 0, 126_550),
  item('INV-10502', '06-02', 'PO 7802', '07-02', 0, 248_000, 248_000, '06-30', 4_960, 243_040),
  item('INV-10540', '06-10', '', '07-10', 0, 91_875, 91_875, null, 0, null),
  item('INV-10577', '06-18', 'PO 7836', '07-18', 0, 330_620, 330_620, '06-28', 0, null),
  item('CRN-0212', '04-29', 'returns', null, 0, -32_000, -12_000, null, 0, null),
]

function item(
  number: string,
  date: string,
  reference: string,
  due: string | null,
  late: number,
  original: MinorUnits,
  open: MinorUnits,
  until: string | null,
  discount: MinorUnits,
  payment: MinorUnits | null,
): OpenItem {
  const dateOf = (text: string | null): CalendarDate | null => (text === null ? null : day(text))
  const common = { uid: number, number, date: day(date), reference, late, original, open, discount, payment }
  return { ...common, due: dateOf(due), until: dateOf(until) }
}

const methods = [
  { value: 'check', label: 'Check' },
  { value: 'transfer', label: 'Bank transfer' },
  { value: 'cash', label: 'Cash' },
] as const

/** Receive payment, on example data. */
export function PaymentSheet() {
  const format = useFormat()
  const form = useRef<HTMLDivElement>(null)
  const [customer, setCustomer] = useState<PickerOption | null>(customers[5] ?? null)
  const [amount, setAmount] = useState<MinorUnits | null>(790_590)
  const [date, setDate] = useState<CalendarDate | null>(workDate)
  const [method, setMethod] = useState<(typeof methods)[number]['value']>('check')
  const [reference, setReference] = useState('004417')
  const [rows, setRows] = useState(items)
  const [active, setActive] = useState(0)
  const columns = useMemo(() => paymentColumns(format.date), [format])

  useActions({
    'payment.payRow': () =>
      setRows((now) =>
        now.map((row, index) =>
          index === active ? { ...row, payment: row.payment === null ? row.open - row.discount : null } : row,
        ),
      ),
    'payment.clear': () => setRows((now) => now.map((row) => ({ ...row, payment: null }))),
    'payment.propose': () => setRows(items),
    'document.postAndNew': () => undefined,
    'go.back': () => undefined,
  })

  const applied = rows.reduce((sum, row) => sum + (row.payment ?? 0), 0)
  const discounts = rows.reduce((sum, row) => sum + (row.payment === null ? 0 : row.discount), 0)
  return (
    <Page
      title="Receive payment"
      sub="Check 3 of 14 in batch B-0630, control total 48,211.40"
      actions={<ActionButton action="go.back" variant="quiet" />}
    >
      <EntryForm ref={form} className="">
        <Card>
          <FieldRow columns="2.2fr 1fr 1fr 1fr 1fr" className="gallery-padded">
            <Picker
              label="Customer"
              quick
              autoFocus
              value={customer}
              onChange={setCustomer}
              search={searchIn(customers)}
              noun="customer"
            />
            <AmountField label="Amount" quick currency="USD" value={amount} onChange={setAmount} />
            <DateField label="Date" value={date} onChange={setDate} />
            <SelectField label="Method" value={method} onChange={setMethod} options={methods} />
            <ReferenceField label="Check number" quick value={reference} onChange={setReference} />
          </FieldRow>
          <FactLine
            facts={[
              { label: 'Balance', value: '12,060.45' },
              { label: 'Overdue', value: '5,475.50', tone: 'overdue' },
              { label: 'Unapplied', value: '0.00' },
              { label: 'Usually pays', value: '8 days late' },
              { label: 'Last payment', value: '28 May, 6,102.00' },
            ]}
          />
        </Card>
      </EntryForm>
      <Banner
        actions={
          <>
            <KeyHint keys="F5" /> next proposal <KeyHint keys="Delete" /> clear
          </>
        }
      >
        Proposed: the 3 oldest open items, the last with its 2% discount (until today), add up to the check exactly.
      </Banner>
      <Card fill>
        <EntryGrid
          label="Open items"
          rows={rows}
          onChange={setRows}
          columns={columns}
          rowKey={(row) => row.uid}
          actionScope="grid:payment"
          onActiveRow={setActive}
        />
      </Card>
      <Card>
        <FigureBar
          figures={[
            { label: 'Amount', value: format.amount(amount ?? 0, 'USD') },
            { label: 'Applied', value: format.amount(applied, 'USD') },
            { label: 'Discounts', value: format.amount(discounts, 'USD') },
            { label: 'Credits used', value: format.amount(0, 'USD') },
            { label: 'Unapplied', value: format.amount((amount ?? 0) - applied, 'USD') },
          ]}
        >
          <ActionButton action="document.postAndNew" variant="primary" />
        </FigureBar>
      </Card>
    </Page>
  )
}

function paymentColumns(dateText: (date: CalendarDate) => string): readonly EntryColumn<OpenItem>[] {
  const figure = (amount: MinorUnits) => <Figure amount={amount} currency="USD" blankZero />
  return [
    {
      kind: 'static',
      id: 'pay',
      title: 'Pay',
      width: 66,
      text: (row) => (row.payment === null ? 'open' : 'paid'),
      cell: (row) => (row.payment === null ? <Pill>open</Pill> : <Pill tone="ok">paid</Pill>),
    },
    { kind: 'static', id: 'date', title: 'Date', width: 104, text: (row) => dateText(row.date) },
    { kind: 'static', id: 'number', title: 'Number', width: 104, text: (row) => row.number },
    { kind: 'static', id: 'reference', title: 'Reference', width: 100, grow: 1, text: (row) => row.reference },
    { kind: 'static', id: 'due', title: 'Due', width: 104, text: (row) => (row.due === null ? '' : dateText(row.due)) },
    {
      kind: 'static',
      id: 'late',
      title: 'Days late',
      width: 80,
      align: 'end',
      text: (row) => (row.late > 0 ? String(row.late) : ''),
    },
    {
      kind: 'static',
      id: 'original',
      title: 'Original',
      width: 100,
      align: 'end',
      text: (row) => String(row.original),
      cell: (row) => figure(row.original),
    },
    {
      kind: 'static',
      id: 'open',
      title: 'Open',
      width: 100,
      align: 'end',
      text: (row) => String(row.open),
      cell: (row) => <Figure amount={row.open} currency="USD" tone={row.late > 0 ? 'overdue' : undefined} />,
    },
    {
      kind: 'static',
      id: 'until',
      title: 'Discount until',
      width: 100,
      text: (row) => (row.until === null ? '' : dateText(row.until)),
    },
    {
      kind: 'amount',
      id: 'discount',
      title: 'Discount',
      width: 90,
      align: 'end',
      currency: 'USD',
      blankZero: true,
      value: (row) => row.discount,
      change: (row, discount) => ({ ...row, discount: discount ?? 0 }),
      editable: (row) => row.until !== null,
    },
    {
      kind: 'amount',
      id: 'payment',
      title: 'Payment',
      width: 110,
      align: 'end',
      quick: true,
      currency: 'USD',
      value: (row) => row.payment,
      change: (row, payment) => ({ ...row, payment }),
    },
  ]
}
