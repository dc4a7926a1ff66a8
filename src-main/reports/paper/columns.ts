import type { Statement, StatementLine } from '../../../src-shared/reports/contract/statements.ts'
import { documentKindName, unappliedName } from '../../../src-shared/domain/documents.ts'
import type { Words } from './words.ts'

export type ColumnKey =
  | 'date'
  | 'document'
  | 'reference'
  | 'due'
  | 'original'
  | 'paid'
  | 'open'
  | 'open_in_base'
  | 'charge'
  | 'credit'
  | 'moved_in_base'
  | 'balance'

export interface Column {
  readonly key: ColumnKey
  readonly title: string
  readonly kind: 'text' | 'amount'
}

/** A row of the table, as text by column. */
export interface Row {
  readonly cells: Readonly<Partial<Record<ColumnKey, string>>>
  readonly emphasis: 'none' | 'past_due' | 'carried'
}

const text = (key: ColumnKey, title: string): Column => ({ key, title, kind: 'text' })
const amount = (key: ColumnKey, title: string): Column => ({ key, title, kind: 'amount' })
const LEADING_COLUMNS = [
  text('date', 'Date'),
  text('document', 'Document'),
  text('reference', 'Reference'),
  text('due', 'Due date'),
]

export const columnsOf = ({ form, inBase }: Statement): readonly Column[] =>
  form === 'open_item'
    ? [
        ...LEADING_COLUMNS,
        amount('original', 'Original'),
        amount('paid', 'Paid'),
        amount('open', 'Open'),
        ...(inBase === null ? [] : [amount('open_in_base', `Open in ${inBase.currency}`)]),
        amount('balance', 'Balance'),
      ]
    : [
        ...LEADING_COLUMNS,
        amount('charge', 'Charges'),
        amount('credit', 'Credits'),
        ...(inBase === null ? [] : [amount('moved_in_base', `In ${inBase.currency}`)]),
        amount('balance', 'Balance'),
      ]

/** Every row of the statement, opened by the balance brought forward where the form has one. */
export function rowsOf(statement: Statement, words: Words): readonly Row[] {
  const rows = statement.lines.map((line) => rowOf(line, statement, words))
  if (statement.form === 'open_item') return rows
  const opening: Row = {
    cells: {
      date: words.date(statement.from),
      document: 'Balance brought forward',
      ...inBaseCell('moved_in_base', statement.openingInBase, words),
      balance: words.amount(statement.openingBalance),
    },
    emphasis: 'carried',
  }
  return [opening, ...rows]
}

function rowOf(line: StatementLine, statement: Statement, words: Words): Row {
  const shared = {
    date: words.date(line.date),
    document:
      `${line.unappliedAs ? unappliedName[line.unappliedAs] : documentKindName[line.kind]} ${line.number}`.trimEnd(),
    reference: line.reference,
    due: words.date(line.original > 0 ? line.dueDate : null),
    balance: words.amount(line.runningBalance),
  }
  if (statement.form === 'balance_forward') {
    const moved = words.amountUnlessZero(line.original)
    const inBase = inBaseCell('moved_in_base', line.openInBase, words)
    return { cells: { ...shared, [line.original > 0 ? 'charge' : 'credit']: moved, ...inBase }, emphasis: 'none' }
  }
  const pastDue = line.open > 0 && line.dueDate !== null && line.dueDate < statement.statementDate
  return {
    cells: {
      ...shared,
      original: words.amount(line.original),
      paid: words.amountUnlessZero(line.paid),
      open: words.amount(line.open),
      ...inBaseCell('open_in_base', line.openInBase, words),
    },
    emphasis: pastDue ? 'past_due' : 'none',
  }
}

const inBaseCell = (key: 'open_in_base' | 'moved_in_base', base: number | null, words: Words): Row['cells'] =>
  base === null ? {} : { [key]: words.amountInBase(base) }
