import type { GeneratedMemo } from '../../../../src-shared/kit/memo.ts'
import type { Readable } from '../../../db/connection.ts'
import type { Stored } from '../../../db/stored.ts'

/** What a document of a deduction says where the clerk wrote nothing. */
export const unlessWritten = (
  memo: string,
  code: 'memo_deducted' | 'memo_allowed' | 'memo_charged_back',
  params: { readonly invoice: string; readonly reason: string },
): GeneratedMemo | null => (memo === '' ? { code, params } : null)

export type Reason = Stored<'reasonCode', 'id' | 'name' | 'accountId'>

/** An adjustment's reason as it is now, archived or not: what was deducted for it is still resolved with it. */
export const reasonById = (db: Readable, id: number): Reason | undefined =>
  db.get<Reason>('SELECT id, name, account_id AS accountId FROM reason_code WHERE id = ?', [id])

export const isOffered = (db: Readable, id: number): boolean =>
  db.value('SELECT 1 FROM reason_code WHERE id = ? AND archived = 0', [id]) !== undefined
