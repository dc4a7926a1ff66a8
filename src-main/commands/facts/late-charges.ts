import type { DatedAmount } from '../../../src-shared/domain/balance-history.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { formatDate } from '../../../src-shared/domain/date-text.ts'
import { chargedAgain, type ChargedDays } from '../../../src-shared/domain/finance-charge.ts'
import { formatAmount, sum } from '../../../src-shared/domain/money.ts'
import type { Readable } from '../../db/connection.ts'
import { instalmentsOf } from '../../queries/openItems/dueParts.ts'
import type { CommandContext } from '../handler.ts'

/** Items of which this command settled, or opened again, something on a day before the last that was charged. */
const MOVED = `
  SELECT DISTINCT f.item_id AS id
  FROM application AS a INDEXED BY application_by_command
  CROSS JOIN finance_charge_item AS f INDEXED BY finance_charge_item_by_item
    ON f.item_id = a.debit_id AND f.charged_until > a.effective_date
  WHERE a.command_seq = ? AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = f.document_id)`

const ITEM = `
  SELECT d.number, d.currency, i.amount AS original, i.due_date AS dueDate, i.instalments
  FROM open_item AS i JOIN document AS d ON d.id = i.document_id WHERE i.document_id = ?`

// The yearly rate is told by the command that charged.
const CHARGED = `
  SELECT charge.number, f.charged_after AS after, f.charged_until AS until, f.interest, f.fee,
    json_extract(l.input, '$.annualRate') AS annualRate
  FROM finance_charge_item AS f
  JOIN document AS charge ON charge.id = f.document_id
  JOIN command_log AS l ON l.seq = charge.command_seq
  WHERE f.item_id = ? AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = f.document_id)
  ORDER BY f.charged_until`

interface ChargedItem {
  readonly number: string
  readonly currency: string
  readonly original: number
  readonly dueDate: CalendarDate
  readonly instalments: number
}

/** A finance charge that would come to another figure now. Minor units of the item's currency. */
export interface OutdatedCharge {
  readonly number: string
  readonly itemNumber: string
  readonly until: CalendarDate
  readonly currency: string
  readonly charged: number
  readonly now: number
}

/** The finance charges whose days the command has changed after they were charged. */
export const outdatedCharges = ({ tx, seq }: Pick<CommandContext, 'tx' | 'seq'>): readonly OutdatedCharge[] =>
  tx.all<{ id: number }>(MOVED, [seq]).flatMap(({ id }) => outdatedOf(tx, id))

const outdatedOf = (db: Readable, itemId: number): readonly OutdatedCharge[] => {
  const item = db.get<ChargedItem>(ITEM, [itemId])
  if (item === undefined) throw new Error(`item ${itemId} vanished`)
  const { number: itemNumber, currency, original, dueDate, instalments } = item
  const charges = db.all<ChargedDays & { readonly number: string }>(CHARGED, [itemId])
  const plan = instalments === 0 ? [{ dueDate, amount: original }] : instalmentsOf(db, itemId)
  const entries = db.all<DatedAmount>('SELECT posting_date AS date, amount FROM entry WHERE item_id = ?', [itemId])
  const again = chargedAgain({ original, plan, entries }, charges)
  return charges.flatMap(({ number, until, interest, fee }, index) => {
    const [charged, now] = [sum([interest, fee]), again[index] ?? 0]
    return charged === now ? [] : [{ number, itemNumber, until, currency, charged, now }]
  })
}

/** Late news is said: what changed of days that were charged, by how much, and what to do about it. */
export const lateChargeWarnings = (context: Pick<CommandContext, 'tx' | 'seq'>): readonly string[] =>
  outdatedCharges(context).map(({ number, itemNumber, until, currency, charged, now }) => {
    const shown = (amount: number): string => formatAmount(amount, currency)
    const told = `${number} charged ${shown(charged)} on ${itemNumber} through ${formatDate(until, 'text')}; by its payments as they are now it would be ${shown(now)}`
    return charged > now
      ? `${told}, ${shown(charged - now)} less. Post a credit note for what is too much.`
      : `${told}, ${shown(now - charged)} more. Void it and charge again to ask for it.`
  })
