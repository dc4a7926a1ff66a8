import { recurringBody, schedule, type RecurringBody } from '../../../../src-shared/billing/contract/recurring.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { Schedule } from '../../../../src-shared/billing/rules/schedule.ts'
import type { Readable } from '../../../db/connection.ts'
import type { Stored } from '../../../db/stored.ts'

/** A recurring invoice as it is kept, and whom it bills. */
export interface Recurring {
  readonly id: number
  readonly version: number
  readonly name: string
  readonly customerId: number
  readonly customerCode: string
  readonly customerName: string
  readonly currency: string
  readonly onHold: boolean
  readonly archived: boolean
  readonly body: RecurringBody
  readonly schedule: Schedule
  readonly paused: boolean
}

type Row = Stored<'recurringInvoice', 'id' | 'version' | 'name' | 'customerId' | 'body' | 'schedule' | 'paused'> &
  Stored<'customer', 'currency' | 'onHold' | 'archived'> & {
    readonly customerCode: string
    readonly customerName: string
  }

const SELECT = `
  SELECT r.id, r.version, r.name, r.customer_id AS customerId, c.code AS customerCode, c.name AS customerName, c.currency,
    c.on_hold AS onHold, c.archived, r.body, r.schedule, r.paused
  FROM recurring_invoice AS r
  JOIN customer AS c ON c.id = r.customer_id`

// What was saved was checked by the same schemas.
const read = (row: Row): Recurring => {
  const body = recurringBody.parse(JSON.parse(row.body))
  return {
    ...row,
    body,
    currency: body.currency ?? row.currency,
    schedule: schedule.parse(JSON.parse(row.schedule)),
    paused: row.paused === 1,
    onHold: row.onHold === 1,
    archived: row.archived === 1,
  }
}

/** Throws `recurring_not_found`, naming the field that named it. */
export const recurringRecord = (db: Readable, id: number, path: string): Recurring => {
  const row = db.get<Row>(`${SELECT} WHERE r.id = ?`, [id])
  if (!row) throw new Refusal('recurring_not_found', {}, path)
  return read(row)
}

/** All of them by name. */
export const recurringRecords = (db: Readable): readonly Recurring[] =>
  db.all<Row>(`${SELECT} ORDER BY r.name COLLATE NOCASE, r.id`).map(read)
