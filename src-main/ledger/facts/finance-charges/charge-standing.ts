import type { LateCharge } from '../../../../src-shared/ledger/contract/late-charges.ts'
import type { DatedAmount } from '../../../../src-shared/ledger/rules/balance-history.ts'
import { chargedAgain, type ChargedDays } from '../../../../src-shared/ledger/rules/finance-charges/finance-charge.ts'
import { chargedTooMuch } from '../../../../src-shared/ledger/rules/finance-charges/late-charges.ts'
import { sum } from '../../../../src-shared/domain/amounts/money.ts'
import type { Readable } from '../../../db/connection.ts'
import { instalmentsOf } from '../../queries/open-items/due-parts.ts'
import type { Stored } from '../../../db/stored.ts'

const ITEM = `
  SELECT d.number, d.currency, i.amount AS original, i.due_date AS dueDate, i.instalments
  FROM open_item AS i JOIN document AS d ON d.id = i.document_id WHERE i.document_id = ?`

// The command that charged says at which yearly rate.
const CHARGED = `
  SELECT f.document_id AS chargeId, charge.number AS chargeNumber, f.charged_after AS after, f.charged_until AS until,
    f.interest, f.fee, json_extract(l.input, '$.annualRate') AS annualRate
  FROM finance_charge_item AS f
  JOIN document AS charge ON charge.id = f.document_id
  JOIN command_log AS l ON l.seq = charge.command_seq
  WHERE f.item_id = ? AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = f.document_id)
  ORDER BY f.charged_until`

const CREDITED = `
  SELECT note.number, credit.amount FROM finance_charge_credit AS credit JOIN document AS note ON note.id = credit.document_id
  WHERE credit.charge_id = ? AND credit.item_id = ?
    AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = note.id)
  ORDER BY note.command_seq, note.id`

type ChargedItem = Stored<'document', 'number' | 'currency'> &
  Stored<'openItem', 'dueDate' | 'instalments'> & { readonly original: number }

type Charged = ChargedDays & { readonly chargeId: number; readonly chargeNumber: string }

/** Each finance charge of an item that its entries as they are now would make another figure, the earliest days first. */
export const lateChargesOf = (db: Readable, itemId: number): readonly LateCharge[] => {
  const item = db.get<ChargedItem>(ITEM, [itemId])
  if (item === undefined) throw new Error(`item ${itemId} vanished`)
  const { number: itemNumber, currency, original, dueDate, instalments } = item
  const charges = db.all<Charged>(CHARGED, [itemId])
  const plan = instalments === 0 ? [{ dueDate, amount: original }] : instalmentsOf(db, itemId)
  const entries = db.all<DatedAmount>('SELECT posting_date AS date, amount FROM entry WHERE item_id = ?', [itemId])
  const again = chargedAgain({ original, plan, entries }, charges)
  return charges
    .map(({ chargeId, chargeNumber, until, interest, fee }, index): LateCharge => {
      const notes = db.all<Stored<'document', 'number'> & Stored<'financeChargeCredit', 'amount'>>(CREDITED, [
        chargeId,
        itemId,
      ])
      return {
        chargeId,
        chargeNumber,
        itemId,
        itemNumber,
        currency,
        until,
        charged: sum([interest, fee]),
        credited: sum(notes.map(({ amount }) => amount)),
        credits: notes.map(({ number }) => number),
        now: again[index] ?? 0,
      }
    })
    .filter((charge) => chargedTooMuch(charge) !== 0)
}
