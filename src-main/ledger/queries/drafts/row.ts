import type { Draft } from '../../../../src-shared/ledger/contract/drafts.ts'

export const DRAFT = `SELECT uid, kind, customer_id AS customerId, title, body, updated_at AS updatedAt FROM draft`

export type DraftRow = Omit<Draft, 'body'> & { readonly body: string }

export const toDraft = (row: DraftRow): Draft => ({ ...row, body: JSON.parse(row.body) as unknown })
