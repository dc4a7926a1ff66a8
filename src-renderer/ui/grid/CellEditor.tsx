import { useId, useRef } from 'react'
import { useAmountText, NumberInput } from '../fields/AmountField.tsx'
import { DateInput, useDateText } from '../fields/DateField.tsx'
import { useDecimalText, usePriceText } from '../fields/DecimalField.tsx'
import type { ControlAttributes } from '../fields/field.ts'
import { PickerInput, PickerList } from '../fields/Picker.tsx'
import { SelectInput } from '../fields/SelectField.tsx'
import { useTypedText } from '../fields/typed-text.ts'
import { usePicker } from '../fields/use-picker.ts'
import { currencyOf } from './entry-column.ts'
import type { EnteredColumn } from './entry-column.ts'
import fieldCss from '../fields/field.module.css'

export type CellEditorProps<Row> = {
  readonly column: EnteredColumn<Row>
  readonly row: Row
  readonly control: ControlAttributes
  readonly onChange: (change: (row: Row) => Row) => void
  /** What the editor itself refuses; null once it understands. */
  readonly onProblem: (problem: string | null) => void
}

/** The editor of the active cell, by the kind of its column. */
export function CellEditor<Row>(props: CellEditorProps<Row>) {
  const { column, ...rest } = props
  switch (column.kind) {
    case 'text':
      return <TextEditor column={column} {...rest} />
    case 'amount':
      return <AmountEditor column={column} {...rest} />
    case 'decimal':
      return <DecimalEditor column={column} {...rest} />
    case 'price':
      return <PriceEditor column={column} {...rest} />
    case 'date':
      return <DateEditor column={column} {...rest} />
    case 'picker':
      return <PickerEditor column={column} {...rest} />
    case 'select':
      return (
        <SelectInput
          value={column.value(props.row)}
          options={column.options}
          control={props.control}
          onChange={(value) => props.onChange((row) => column.change(row, value))}
        />
      )
  }
}

type EditorProps<Row, Kind> = Omit<CellEditorProps<Row>, 'column'> & {
  readonly column: Extract<EnteredColumn<Row>, { readonly kind: Kind }>
}

function TextEditor<Row>({ column, row, control, onChange }: EditorProps<Row, 'text'>) {
  const typed = useTypedText<string>({
    value: column.value(row),
    onChange: (value) => onChange((current) => column.change(current, value ?? '')),
    show: (text) => text,
    read: (text) => ({ ok: true, value: text }),
    isLive: true,
  })
  return <input {...control} {...typed.inputProps} className={fieldCss.input} autoComplete="off" spellCheck={false} />
}

function AmountEditor<Row>({ column, row, control, onChange, onProblem }: EditorProps<Row, 'amount'>) {
  const typed = useAmountText({
    value: blank(column.value(row), column.blankZero),
    currency: currencyOf(column, row),
    onChange: (value) => onChange((current) => column.change(current, value)),
    onProblem,
  })
  return <NumberInput typed={typed} control={control} />
}

/** Zero stands as an empty cell where the column says so: a clerk types into nothing, not over 0.00. */
function blank(value: number | null, blankZero: boolean | undefined): number | null {
  return blankZero === true && value === 0 ? null : value
}

function DecimalEditor<Row>({ column, row, control, onChange, onProblem }: EditorProps<Row, 'decimal'>) {
  const typed = useDecimalText({
    value: column.value(row),
    of: column.of,
    onChange: (value) => onChange((current) => column.change(current, value)),
    onProblem,
  })
  return <NumberInput typed={typed} control={control} />
}

function PriceEditor<Row>({ column, row, control, onChange, onProblem }: EditorProps<Row, 'price'>) {
  const typed = usePriceText({
    value: column.value(row),
    digitsMin: column.digitsMin,
    currency: column.currency,
    onChange: (value) => onChange((current) => column.change(current, value)),
    onProblem,
  })
  return <NumberInput typed={typed} control={control} />
}

function DateEditor<Row>({ column, row, control, onChange, onProblem }: EditorProps<Row, 'date'>) {
  const date = useDateText({
    value: column.value(row),
    onChange: (value) => onChange((current) => column.change(current, value)),
    onProblem,
  })
  return <DateInput date={date} control={control} />
}

function PickerEditor<Row>({ column, row, control, onChange, onProblem }: EditorProps<Row, 'picker'>) {
  const anchor = useRef<HTMLSpanElement>(null)
  const listId = useId()
  const picker = usePicker({
    value: column.value(row),
    onChange: (option) => onChange((current) => column.change(current, option)),
    search: column.search,
    noun: column.noun ?? column.title.toLowerCase(),
    onProblem,
    arrowsOpen: false,
  })
  return (
    <>
      <span ref={anchor} className={fieldCss.anchor} aria-hidden="true" />
      <PickerInput picker={picker} control={control} listId={listId} />
      <PickerList picker={picker} listId={listId} label={column.title} anchor={anchor} />
    </>
  )
}
