/**
 * Faults in an invariant that change nothing in any books: what is only shown of a row it finds, a duplicate that is dropped
 * anyway, a condition that what follows asks too.
 */
export const alikeInvariants: Readonly<Record<string, readonly string[]>> = {
  'balances-stay-within-amounts': ['>= -> >'],
  'credits-and-reductions-stay-within-documents': [
    'condition lost: credits_id IS NOT NULL',
    'condition lost: resolution.chargeback_id IS NOT NULL',
    'condition lost: credits_id IS NOT NULL',
    'condition lost: note.credits_id IS NOT NULL',
    'DISTINCT -> nothing',
  ],
  'deductions-are-void-together': ['debit_id -> credit_id'],
  'finance-charge-credits-stay-within-charges': ['min -> max', 'min -> max'],
  'numbers-have-no-gaps': ['condition lost: series_id IS NOT NULL'],
  'numbers-taken-are-of-documents': ['condition lost: reverses_id IS NULL'],
  'open-items-equal-entries': ['balance -> base_balance', 'amount -> base_amount'],
  'passed-over-numbers-are-taken': ['condition lost: passed.through IS NOT NULL'],
  'postings-balance': ['amount -> base_amount', 'base_amount -> amount'],
}
