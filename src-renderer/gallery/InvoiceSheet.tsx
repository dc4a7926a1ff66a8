import { useMemo, useRef, useState } from 'react'
import type { CalendarDate } from '../../src-shared/domain/calendar.ts'
import { lineNet } from '../../src-shared/domain/money.ts'
import type { Millionths } from '../../src-shared/domain/money.ts'
import { EntryForm } from '../keyboard/EntryForm.tsx'
import { useErrorFocus } from '../keyboard/focus-error.ts'
import { useActions } from '../keyboard/use-action.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { useFormat } from '../ui/conventions.tsx'
import { FigureBar } from '../ui/FactLine.tsx'
import { DateField } from '../ui/fields/DateField.tsx'
import { FieldRow } from '../ui/fields/FieldRow.tsx'
import { Picker } from '../ui/fields/Picker.tsx'
import type { PickerOption } from '../ui/fields/picker-choice.ts'
import { TextField } from '../ui/fields/TextField.tsx'
import type { EntryColumn } from '../ui/grid/entry-column.ts'
import { EntryGrid } from '../ui/grid/EntryGrid.tsx'
import { Card, Page } from '../ui/Page.tsx'
import { customers, products, searchIn, workDate } from './sample.ts'

type Line = {
  readonly uid: string
  readonly product: PickerOption | null
  readonly description: string
  readonly quantity: Millionths | null
  readonly price: Millionths | null
  readonly tax: string
}

let lines = 0
function newLine(): Line {
  lines += 1
  return { uid: `line-${lines}`, product: null, description: '', quantity: null, price: null, tax: 'standard' }
}

const netOf = (line: Line): number =>
  lineNet({ quantity: line.quantity ?? 0, unitPrice: line.price ?? 0, discountPercent: 0 }, 'USD')

/** An invoice, on example data. Post it with something missing to see the errors. */
export function InvoiceSheet() {
  const format = useFormat()
  const form = useRef<HTMLDivElement>(null)
  const [customer, setCustomer] = useState<PickerOption | null>(null)
  const [date, setDate] = useState<CalendarDate | null>(workDate)
  const [reference, setReference] = useState('')
  const [rows, setRows] = useState<readonly Line[]>(() => [newLine()])
  const [attempt, setAttempt] = useState(0)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const columns = useMemo(() => lineColumns(format.amount), [format])
  useErrorFocus(form, attempt)

  function post(): void {
    const found: Record<string, string> = {}
    if (customer === null) found['customer'] = 'Choose the customer who owes this.'
    rows.forEach((line, index) => {
      if (line.description === '') found[`lines.${index}.description`] = 'Say what is sold.'
      if (line.quantity === null) found[`lines.${index}.quantity`] = 'Enter a quantity.'
    })
    setErrors(found)
    setAttempt(attempt + 1)
  }
  useActions({ 'document.post': post, 'document.postAndPrint': post, 'document.postAndNew': post })

  const net = rows.reduce((sum, line) => sum + netOf(line), 0)
  return (
    <Page title="New invoice" sub="INV-10612, draft kept at every change">
      <EntryForm ref={form} className="gallery-column">
        <Card>
          <FieldRow columns="2fr 1fr 1fr 1fr" className="gallery-padded">
            <Picker
              label="Customer"
              quick
              required
              autoFocus
              value={customer}
              onChange={setCustomer}
              search={searchIn(customers)}
              noun="customer"
              error={errors['customer']}
              placeholder="Code or any word of the name"
            />
            <DateField label="Invoice date" quick value={date} onChange={setDate} />
            <DateField label="Due" value={date} onChange={setDate} />
            <TextField label="Reference" value={reference} onChange={setReference} />
          </FieldRow>
        </Card>
        <Card fill>
          <EntryGrid
            label="Lines"
            rows={rows}
            onChange={setRows}
            columns={columns}
            rowKey={(line) => line.uid}
            newRow={newLine}
            isBlank={(line) => line.product === null && line.description === ''}
            errors={errors}
          />
        </Card>
        <Card>
          <FigureBar
            figures={[
              { label: 'Net', value: format.amount(net, 'USD') },
              { label: 'Tax', value: format.amount(0, 'USD') },
              { label: 'Total', value: format.amount(net, 'USD') },
            ]}
          >
            <ActionButton action="document.postAndNew" />
            <ActionButton action="document.postAndPrint" />
            <ActionButton action="document.post" variant="primary" />
          </FigureBar>
        </Card>
      </EntryForm>
    </Page>
  )
}

function lineColumns(amount: (minor: number, currency: string) => string): readonly EntryColumn<Line>[] {
  return [
    {
      kind: 'picker',
      id: 'product',
      title: 'Product',
      width: 120,
      quick: true,
      search: searchIn(products),
      value: (line) => line.product,
      change: (line, product) => ({
        ...line,
        product,
        description: product?.name ?? line.description,
        price: product === null ? line.price : Math.round(Number(product.detail) * 1_000_000),
      }),
    },
    {
      kind: 'text',
      id: 'description',
      title: 'Description',
      width: 200,
      grow: 1,
      value: (line) => line.description,
      change: (line, description) => ({ ...line, description }),
    },
    {
      kind: 'decimal',
      id: 'quantity',
      title: 'Quantity',
      width: 90,
      align: 'end',
      quick: true,
      value: (line) => line.quantity,
      change: (line, quantity) => ({ ...line, quantity }),
    },
    {
      kind: 'decimal',
      id: 'price',
      title: 'Unit price',
      width: 100,
      align: 'end',
      quick: true,
      value: (line) => line.price,
      change: (line, price) => ({ ...line, price }),
    },
    {
      kind: 'select',
      id: 'tax',
      title: 'Tax',
      width: 130,
      options: [
        { value: 'standard', label: 'Standard 8%' },
        { value: 'exempt', label: 'Exempt' },
      ],
      value: (line) => line.tax,
      change: (line, tax) => ({ ...line, tax }),
    },
    { kind: 'static', id: 'net', title: 'Net', width: 110, align: 'end', text: (line) => amount(netOf(line), 'USD') },
  ]
}
