import type { ReductionReversal } from '../../../../src-shared/ledger/rules/crediting/invoice-credit.ts'
import { reductionText } from '../../../../src-shared/ledger/rules/settlement/reduction-text.ts'
import type { Writable } from '../../../db/connection.ts'
import type { CreditedInvoice } from './credited.ts'
import type { NewLine } from '../documents/document.ts'

/** Lines of a credit note that take back what was given away: on the account that bore it, before tax. */
export const reversalLines = (reductions: readonly ReductionReversal[]): readonly NewLine[] =>
  reductions.flatMap(({ reduction, net }) =>
    net === 0
      ? []
      : [
          {
            productId: null,
            description: reductionText(reduction, net),
            quantity: 0,
            unitPrice: 0,
            discountPercent: 0,
            net,
            taxCodeId: null,
            accountId: reduction.accountId,
          },
        ],
  )

interface CreditNote {
  readonly id: number
  readonly creditsId: number
}

export const insertReductionReversals = (
  tx: Writable,
  note: CreditNote,
  { taxes }: Pick<CreditedInvoice, 'taxes'>,
  reductions: readonly ReductionReversal[],
): void => {
  let position = 0
  for (const { reduction, net, taxes: onTaxes, bases } of reductions) {
    const { kind, accountId, withTax } = reduction
    const rows = [
      { taxCodeId: null, base: 0, amount: net },
      ...taxes.map(({ taxCodeId }, index) => ({ taxCodeId, base: bases[index] ?? 0, amount: onTaxes[index] ?? 0 })),
    ]
    for (const { taxCodeId, base, amount } of rows) {
      if (amount === 0 && base === 0) continue
      position += 1
      tx.run(
        `INSERT INTO credit_reduction (document_id, position, credits_id, kind, account_id, with_tax, tax_code_id, base, amount)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [note.id, position, note.creditsId, kind, accountId, withTax ? 1 : 0, taxCodeId, base, amount],
      )
    }
  }
}

/** A void of the note gives them away again. */
export const undoReductionReversals = (tx: Writable, noteId: number, reversalId: number): void =>
  void tx.run(
    `INSERT INTO credit_reduction (document_id, position, credits_id, kind, account_id, with_tax, tax_code_id, base, amount)
     SELECT ?, position, credits_id, kind, account_id, with_tax, tax_code_id, 0 - base, 0 - amount
     FROM credit_reduction WHERE document_id = ? ORDER BY position`,
    [reversalId, noteId],
  )
