import type { Connection } from '../../../src-main/db/connection.ts'
import { NEXT, insert, type Attack, type TriggerCase } from './attack-case.ts'

/** A row of each table that no command writes yet. */
export const firstRows: Readonly<Record<string, string>> = {
  note: insert('note', { id: '1', uid: `'n'`, command_seq: NEXT, customer_id: '1', text: `'called'` }),
  attachment_content: insert('attachment_content', { sha256: `printf('%064d', 1)`, content: `x'00'` }),
  attachment: insert('attachment', {
    id: '1',
    uid: `'a'`,
    command_seq: NEXT,
    customer_id: '1',
    sha256: `printf('%064d', 1)`,
    file_name: `'a.pdf'`,
    media_type: `''`,
    size: '1',
  }),
  dispute: insert('dispute', {
    id: '1',
    uid: `'d'`,
    command_seq: NEXT,
    document_id: '1',
    opened_on: `'2025-06-20'`,
    amount: '1',
    reason_code_id: '1',
    memo: `''`,
    user_id: '1',
  }),
  dispute_step: insert('dispute_step', {
    id: '1',
    uid: `'s'`,
    command_seq: NEXT,
    dispute_id: '1',
    step_date: `'2025-06-20'`,
    state: `'waiting_for_us'`,
    memo: `''`,
  }),
  tax_code_component: insert('tax_code_component', {
    tax_code_id: '1',
    position: '1',
    component_id: '2',
    on_earlier: '0',
  }),
}

/** Something that is there to be attacked. */
const withRow = (table: string, attack: string): Attack => {
  const first = firstRows[table]
  return first === undefined ? [attack] : [first, attack]
}

/** What a trigger of a form that many tables have is attacked with; null for one that is of a form of its own. */
export const genericCase = (connection: Connection, trigger: string, table: string): TriggerCase | null => {
  const column = connection.value<string>(
    `SELECT name FROM pragma_table_info('${table}') WHERE pk = 0 AND name NOT IN ('state', 'outcome') LIMIT 1`,
  )
  if (trigger === `${table}_no_update`)
    return { refused: { 'facts are never changed': [withRow(table, `UPDATE ${table} SET ${column} = ${column}`)] } }
  if (trigger === `${table}_no_delete`)
    return { refused: { 'facts are never deleted': [withRow(table, `DELETE FROM ${table}`)] } }
  return null
}
