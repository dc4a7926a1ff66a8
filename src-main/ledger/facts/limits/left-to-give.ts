import { leftToCredit } from '../../../../src-shared/ledger/rules/crediting/invoice-credit.ts'
import { partsTotal } from '../../../../src-shared/ledger/rules/settlement/reductions.ts'
import type { Readable } from '../../../db/connection.ts'
import { creditedInvoice } from '../settlement/credited.ts'

/** What was billed as one document: a deduction and what charged it back belong to the invoice it was deducted from. */
const BILLED_AS = `
  WITH RECURSIVE up (item, id) AS (
    SELECT wanted.value, wanted.value FROM json_each(:items) AS wanted
    UNION SELECT up.item, deduction.invoice_id FROM up JOIN deduction ON deduction.document_id = up.id
    UNION SELECT up.item, resolution.deduction_id FROM up
      JOIN deduction_resolution AS resolution ON resolution.chargeback_id = up.id)
  SELECT up.item, document.id, document.number, (
    SELECT group_concat(note.number, ', ') FROM document AS note
    WHERE note.credits_id = document.id AND note.reverses_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = note.id)) AS notes
  FROM up JOIN document ON document.id = up.id
  WHERE EXISTS (SELECT 1 FROM document AS note WHERE note.credits_id = up.id)`

interface Billed {
  readonly item: number
  readonly id: number
  readonly number: string
  readonly notes: string | null
}

/** A document that credit notes gave something back of, and what of it can be given away besides. Minor units. */
export interface LeftToGive extends Billed {
  readonly notes: string
  readonly left: number
}

/**
 * Of each item, the documents it was billed as that credit notes took something back of: a note that is not applied yet leaves
 * its invoice open, and what it gave back is not given away besides. None for most items.
 */
export const leftToGive = (db: Readable, items: readonly number[]): readonly LeftToGive[] =>
  db.all<Billed>(BILLED_AS, { items: JSON.stringify(items) }).flatMap((billed) => {
    const { notes } = billed
    if (notes === null) return []
    return [{ ...billed, notes, left: Math.max(0, partsTotal(leftToCredit(creditedInvoice(db, billed.id)))) }]
  })
