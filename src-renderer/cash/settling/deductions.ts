import type { MinorUnits } from '../../../src-shared/domain/money.ts'
import { bodyOf, listIn, textIn, wholeIn } from '../../entry/draft-body.ts'
import type { DraftBody } from '../../entry/draft-body.ts'

/** What a payer kept back of an item, and why. */
export type Deducted = { readonly reasonCodeId: number; readonly amount: MinorUnits; readonly memo: string }

/** By the id of the item's document. */
export type Deductions = Readonly<Record<string, readonly Deducted[]>>

export const NOTHING_DEDUCTED: readonly Deducted[] = []

export const sumDeducted = (deductions: readonly Deducted[]): MinorUnits =>
  deductions.reduce((sum, { amount }) => sum + amount, 0)

/** What a draft kept of one item's. */
export const deductedIn = (body: DraftBody): readonly Deducted[] =>
  listIn(body, 'deductions').map((deduction) => ({
    reasonCodeId: wholeIn(deduction, 'reasonCodeId') ?? 0,
    amount: wholeIn(deduction, 'amount') ?? 0,
    memo: textIn(deduction, 'memo'),
  }))

/** What a draft kept of them all. */
export const deductionsIn = (kept: unknown): Deductions => {
  const body = bodyOf(kept)
  return Object.fromEntries(
    Object.entries(body).map(([documentId, deductions]) => [documentId, deductedIn({ deductions })]),
  )
}
