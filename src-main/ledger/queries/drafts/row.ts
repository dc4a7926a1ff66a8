import type { Draft } from '../../../../src-shared/ledger/contract/drafts.ts'
import type { Stored } from '../../../db/stored.ts'

export const DRAFT = `SELECT uid, kind, customer_id AS customerId, title, body, updated_at AS updatedAt FROM draft`

export type DraftRow = Stored<'draft', 'uid' | 'kind' | 'customerId' | 'title' | 'body' | 'updatedAt'>

export const toDraft = (row: DraftRow): Draft => ({ ...row, body: JSON.parse(row.body) as unknown })
