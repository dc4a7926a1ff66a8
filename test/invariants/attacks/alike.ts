/**
 * Faults in a trigger that no attack tells from it: they change nothing, because NULL is compared, another trigger refuses the
 * same, or both columns are always equal; or only where numbers of two runs are passed over at once.
 */
export const alikeTriggers: Readonly<Record<string, readonly string[]>> = {
  application_gives_within: [
    'condition lost: NEW.reverses_id IS NULL',
    'condition lost: NEW.discount + NEW.write_off > 0',
    'condition lost: credits_id = NEW.debit_id',
    '> -> >=',
  ],
  application_rules: [
    'condition lost: NEW.reverses_id IS NULL',
    'condition lost: NEW.debit_amount IS NOT NULL',
    'condition lost: debit.customer_id <> credit.customer_id',
    'document_date -> due_date',
  ],
  customer_paying_parent_added: ['OR lost: NEW.paying_parent_id IS NEW.id'],
  deduction_moves_nothing: ['total -> base_total'],
  document_credits_within: ['condition lost: NEW.credits_id IS NOT NULL', 'condition lost: NEW.reverses_id IS NULL'],
  document_number_is_next: ['condition lost: NEW.series_id IS NOT NULL'],
  entry_rules: ['condition lost: NEW.item_id IS NOT NULL'],
  finance_charge_credit_within: ['condition lost: document_id = NEW.charge_id'],
  number_passed_over_is_next: [
    'condition lost: NEW.through IS NOT NULL',
    'condition lost: series.id = NEW.series_id',
    'condition lost: taken.kind = holder.kind',
    'condition lost: id = NEW.document_id',
    'condition lost: id = NEW.document_id',
    '+ -> -',
    '> -> >=',
    'max -> min',
  ],
  receipt_batch_ties: ['condition lost: OLD.is_closed = 0'],
  recurring_occurrence_once: ["condition lost: earlier.outcome = 'billed'"],
  unidentified_receipt_end_once: ['document_date -> due_date'],
  user_leaves_an_owner: ["condition lost: OLD.role = 'owner'", 'condition lost: OLD.active = 1'],
}
