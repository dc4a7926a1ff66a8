import { documentStep, type RoundingStanding } from '../../../../src-shared/domain/amounts/cash-rounding.ts'
import { companyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'

const ROUNDING = `(SELECT coalesce(sum(line.net), 0) FROM document_line AS line WHERE line.document_id = d.id AND line.is_rounding = 1)`

const BILLED = `SELECT d.total, d.currency, ${ROUNDING} AS rounding FROM document AS d WHERE d.id = ?`

const NOTES = `
  SELECT 0 - coalesce(sum(d.total), 0) AS credited, 0 - coalesce(sum(${ROUNDING}), 0) AS creditedRounding
  FROM document AS d WHERE d.credits_id = ?`

/** The roundings of a document and of the credit notes for it; a void of one counts against it. */
export const roundingStanding = (db: Readable, id: number): RoundingStanding => {
  const billed = db.get<{ total: number; currency: string; rounding: number }>(BILLED, [id])
  const notes = db.get<{ credited: number; creditedRounding: number }>(NOTES, [id])
  if (!billed || !notes) throw new Error(`document ${id} vanished`)
  const { settings, baseCurrency } = companyRules(db)
  const { currency, ...figures } = billed
  return { ...figures, ...notes, step: documentStep(settings, currency, baseCurrency) }
}
