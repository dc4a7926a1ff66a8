import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import { draftField, draftPart } from '../../entry/draft-schema.ts'
import type { PartOf } from '../../entry/draft-schema.ts'

/** What a payer kept back of an item, and why. */
const deductedDraft = draftPart({ reasonCodeId: draftField.count, amount: draftField.count, memo: draftField.text })

export type Deducted = PartOf<typeof deductedDraft>

/** What is deducted of one item, in a draft. */
export const deductedField = draftField.rows(deductedDraft)

/** By the id of the item's document. */
export type Deductions = Readonly<Record<string, readonly Deducted[]>>

export const NOTHING_DEDUCTED: readonly Deducted[] = []

export const sumDeducted = (deductions: readonly Deducted[]): MinorUnits =>
  deductions.reduce((sum, { amount }) => sum + amount, 0)
