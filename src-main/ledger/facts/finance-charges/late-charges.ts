import type { LateNews } from '../../../../src-shared/ledger/contract/late-charges.ts'
import { lateChargesOf } from './charge-standing.ts'
import type { CommandContext } from '../../../kernel/command-handler.ts'

/**
 * Items of which this command settled, or opened again, something on a day before the last that was charged; and those of
 * which it voided what was credited because too much was charged.
 * Without the pluses SQLite plans it anew for each command: ten times the cost of reading the rows.
 */
const MOVED = `
  SELECT f.item_id AS id
  FROM application AS a INDEXED BY application_by_command
  CROSS JOIN finance_charge_item AS f INDEXED BY finance_charge_item_by_item
    ON f.item_id = a.debit_id AND f.charged_until > a.effective_date
  WHERE a.command_seq = +:seq
  UNION SELECT credit.item_id
  FROM document AS void INDEXED BY document_by_command
  CROSS JOIN finance_charge_credit AS credit ON credit.document_id = void.reverses_id
  WHERE void.command_seq = +:seq
  ORDER BY 1`

/** Late news is said: the finance charges that what this command has posted would make another figure. */
export const lateNews = ({ tx, seq }: Pick<CommandContext, 'tx' | 'seq'>): LateNews => {
  const moved = tx.all<{ id: number }>(MOVED, { seq })
  return { lateCharges: moved.flatMap(({ id }) => lateChargesOf(tx, id)) }
}
